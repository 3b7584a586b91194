package situs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/**
 * Reads the {@code accept:} of a clause: each doubt with the reason why it is left, or with what it
 * is about and the reasons.
 */
final class AcceptReader {
  private final MapReader doubts;

  private AcceptReader(MapReader doubts) {
    this.doubts = doubts;
  }

  static List<Acceptance> read(MapReader clause) {
    return clause.mapping("accept").map(AcceptReader::new).map(AcceptReader::all).orElse(List.of());
  }

  private List<Acceptance> all() {
    List<Acceptance> all = new ArrayList<>();
    for (Node.Entry entry : doubts.entries()) {
      doubt(entry).ifPresent(doubt -> all.addAll(accepted(doubt, entry)));
    }
    return all;
  }

  private Optional<Doubt> doubt(Node.Entry entry) {
    Optional<Doubt> doubt = Doubt.named(entry.key());
    if (doubt.isEmpty()) {
      List<String> known = Doubt.acceptable().map(Doubt::word).toList();
      doubts
          .issues()
          .add(
              entry.at(),
              "lint finds no '" + entry.key() + "' to accept" + Names.hint(entry.key(), known));
    }
    return doubt;
  }

  private List<Acceptance> accepted(Doubt doubt, Node.Entry entry) {
    if (!(entry.value() instanceof Node.Mapping several)) {
      return reason(entry)
          .map(reason -> List.of(new Acceptance(entry.at(), doubt, Optional.empty(), reason)))
          .orElse(List.of());
    }
    List<Acceptance> all = new ArrayList<>();
    for (Node.Entry one : several.entries().values()) {
      reason(one)
          .map(reason -> new Acceptance(one.at(), doubt, Optional.of(one.key()), reason))
          .ifPresent(all::add);
    }
    return all;
  }

  private Optional<String> reason(Node.Entry entry) {
    return doubts.text(entry.value(), "the reason to accept '" + entry.key() + "'");
  }
}
