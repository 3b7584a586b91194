package situs.placement;

import java.util.List;

/** Ranks the options of a flow's component. */
interface Preference {
  Choice choose(Allocator.Context context, Flow flow, List<Option> options);
}
