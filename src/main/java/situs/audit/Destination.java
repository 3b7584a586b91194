package situs.audit;

import situs.model.ComponentKind;
import situs.model.Placed;
import situs.model.Route;
import situs.model.Scenario;

/**
 * Where traffic ends up: a component's servers in a region. What a runtime is asked touches its
 * state too.
 *
 * @param role {@code model} or {@code runtime}
 * @param place region
 * @param workload whose servers they are
 */
record Destination(String role, String place, String workload) {

  /** Where a hop leads. */
  static Destination of(Scenario scenario, Route route) {
    String role = route.target().role();
    String owner =
        role.equals(ComponentKind.MODEL.word())
            ? scenario.modelOf(scenario.workload(route.workload())).name()
            : route.workload();
    return new Destination(role, route.target().place(), owner);
  }

  /** Where a placed component is reached. */
  static Destination of(Placed placed) {
    ComponentKind kind = placed.component().kind();
    String role = kind == ComponentKind.STATE ? ComponentKind.RUNTIME.word() : kind.word();
    return new Destination(role, placed.region().id().toString(), placed.component().workload());
  }
}
