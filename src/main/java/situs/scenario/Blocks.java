package situs.scenario;

import java.util.function.BiConsumer;
import situs.document.MapReader;
import situs.document.Node;

/** Walks a block whose keys are names. */
final class Blocks {
  private Blocks() {}

  /** Gives every entry under {@code key} that is a mapping to {@code reader}. */
  static void each(MapReader block, String key, BiConsumer<Node.Entry, MapReader> reader) {
    block
        .mapping(key)
        .ifPresent(
            names ->
                names
                    .entries()
                    .forEach(
                        e ->
                            MapReader.of(e.value(), "'" + e.key() + "'", block.issues())
                                .ifPresent(r -> reader.accept(e, r))));
  }
}
