package situs.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;
import situs.model.Workload;

/** The {@code workloads:} block. */
final class WorkloadsReader {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]*";

  private final Context context;
  private final ChannelReader channels;

  WorkloadsReader(Context context, Optional<String> owner) {
    this.context = context;
    this.channels = new ChannelReader(owner, context.issues());
  }

  List<Workload> read(MapReader top) {
    top.requiredNode("workloads", "{gpt-api: {kind: model, ...}}");
    List<Workload> workloads = new ArrayList<>();
    Optional<MapReader> block = top.mapping("workloads");
    if (block.isPresent()) {
      List<String> models = models(block.get());
      block.get().entries().forEach(e -> workload(e, models).ifPresent(workloads::add));
      if (block.get().entries().isEmpty()) {
        context.issues().add(block.get().at(), "'workloads' needs at least one workload");
      }
    }
    return workloads;
  }

  private static List<String> models(MapReader block) {
    return block.entries().stream()
        .filter(e -> e.value() instanceof Node.Mapping m && isModel(m))
        .map(Node.Entry::key)
        .toList();
  }

  private static boolean isModel(Node.Mapping workload) {
    Node.Entry kind = workload.entries().get("kind");
    return kind != null && kind.value() instanceof Node.Scalar s && s.text().equals("model");
  }

  private Optional<? extends Workload> workload(Node.Entry entry, List<String> models) {
    if (!entry.key().matches(NAME)) {
      context
          .issues()
          .add(
              entry.at(),
              "a workload's name has letters, digits, '-' and '_' only, is '" + entry.key() + "'");
    }
    return MapReader.of(entry.value(), "workload '" + entry.key() + "'", context.issues())
        .flatMap(reader -> ofKind(entry.key(), reader, models));
  }

  private Optional<? extends Workload> ofKind(String name, MapReader reader, List<String> models) {
    reader.requiredNode("kind", "model");
    Optional<String> kind = reader.oneOf("kind", List.of("model", "frontier"));
    return switch (kind.orElse("")) {
      case "model" -> new ModelWorkloadReader(context, channels).read(name, reader);
      case "frontier" -> new FrontierWorkloadReader(context, channels, models).read(name, reader);
      default -> Optional.empty();
    };
  }
}
