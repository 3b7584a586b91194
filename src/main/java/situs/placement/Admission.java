package situs.placement;

import java.util.List;
import java.util.Map;

/** Which options a strategy admits at all. */
interface Admission {

  /**
   * What was admitted, of the flows of one component.
   *
   * @param options by flow, in the order of the options given
   * @param refusals why others were left out, by flow
   * @param because what the admitted options have in common, for the reader; may be empty
   */
  record Admitted(
      Map<Flow, List<Option>> options, Map<Flow, List<String>> refusals, String because) {}

  Admitted admit(Allocator.Context context, List<Flow> flows, List<Option> options);
}
