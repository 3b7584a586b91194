package situs.placement;

import java.util.List;
import java.util.stream.Collectors;
import situs.model.Component;

/** Why demand found no place, in words. */
final class Reasons {
  private static final int SHOWN = 3;

  private Reasons() {}

  /**
   * A part of a flow that found no place.
   *
   * @param share 0 to 1
   */
  record Gap(Flow flow, double share, Sizing sizing) {
    /** Instances of an option that would hold it. */
    int instances(Option option) {
      return option.instancesFor(share * option.work(flow), sizing);
    }
  }

  /**
   * @param tried options that the strategy accepted, the best first
   * @param refusals why it refused others
   */
  static String why(Allocator.Context context, Gap gap, List<Option> tried, List<String> refusals) {
    if (!tried.isEmpty()) {
      return "no room left: "
          + joined(tried.stream().map(o -> "%s has %d".formatted(o.offerKey(), o.limit())).toList())
          + "; it would take %d more of the first".formatted(gap.instances(tried.get(0)))
          + (refusals.isEmpty() ? "" : "; refused: " + joined(refusals));
    }
    if (!refusals.isEmpty()) {
      return joined(refusals);
    }
    return noOption(context.options(), gap.flow().target());
  }

  /** Why no offer can hold a component at all. */
  static String noOption(Options options, Component component) {
    List<String> rejected = options.rejectedFor(component).stream().map(Object::toString).toList();
    return "no offer can hold it: "
        + (rejected.isEmpty() ? "the scenario offers nothing" : joined(rejected));
  }

  static String joined(List<String> all) {
    List<String> distinct = all.stream().distinct().toList();
    String shown = distinct.stream().limit(SHOWN).collect(Collectors.joining("; "));
    return distinct.size() <= SHOWN
        ? shown
        : shown + "; and %d more".formatted(distinct.size() - SHOWN);
  }
}
