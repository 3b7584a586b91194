package situs.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.document.MapReader;
import situs.document.Mark;
import situs.document.Node;
import situs.model.Accelerator;
import situs.model.Datacenter;
import situs.model.ModelWorkload;
import situs.model.Workload;
import situs.serving.KvCapacity;
import situs.serving.ProfileBook;

/**
 * A parallel degree that a workload states must hold its model on something on offer. On some of it
 * only is no mistake: the strategies take the rest.
 */
final class MemoryCheck {
  private final Context context;
  private final ProfileBook book;

  MemoryCheck(Context context) {
    this.context = context;
    this.book = new ProfileBook(context.catalog().profiles(), context.catalog().efficiencies());
  }

  void check(MapReader top, List<Datacenter> datacenters, List<Workload> workloads) {
    for (Workload workload : workloads) {
      if (workload instanceof ModelWorkload model && model.parallel().isPresent()) {
        check(top, datacenters, model, model.parallel().getAsInt());
      }
    }
  }

  private record Fit(boolean holds, String objection) {}

  private void check(
      MapReader top, List<Datacenter> datacenters, ModelWorkload workload, int parallel) {
    List<Fit> fits =
        datacenters.stream()
            .flatMap(d -> d.offers().stream())
            .map(o -> o.type())
            .filter(t -> t.accelerators() >= parallel)
            .flatMap(t -> t.accelerator().stream())
            .distinct()
            .flatMap(a -> fit(workload, a, parallel).stream())
            .toList();
    if (!fits.isEmpty() && fits.stream().noneMatch(Fit::holds)) {
      context
          .issues()
          .add(
              parallelOf(top, workload.name()),
              fits.stream().map(Fit::objection).collect(Collectors.joining("; ")));
    }
  }

  private Optional<Fit> fit(ModelWorkload workload, Accelerator on, int parallel) {
    return book.find(workload.model(), on, parallel, workload.weights())
        .map(p -> new Fit(KvCapacity.tokens(p, on) > 0, KvCapacity.objection(p, on)));
  }

  private static Mark parallelOf(MapReader top, String workload) {
    Node.Mapping workloads = (Node.Mapping) top.node("workloads").orElseThrow();
    Node.Mapping of = (Node.Mapping) workloads.entries().get(workload).value();
    return of.entries().get("parallel").value().at();
  }
}
