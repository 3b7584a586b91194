package situs.placement;

import java.util.List;
import situs.placement.Choice.Candidate;
import situs.placement.Choice.Portion;

/**
 * The largest flow first, each to its best option with room; what does not fit spills to the next
 * best.
 */
record Greedy(Preference preference) implements Allocator {

  @Override
  public void allocate(Context context, List<Flow> flows, Ledger ledger) {
    for (Flow flow : flows.stream().sorted(Flow.LARGEST_FIRST).toList()) {
      List<Option> options = context.options().of(flow.target());
      Choice choice = preference.choose(context, flow, options);
      for (Portion portion : choice.portions()) {
        double left = fill(flow, portion, ledger);
        if (left > Ledger.NOTHING) {
          List<Option> tried = portion.ranked().stream().map(Candidate::option).toList();
          String reason =
              Reasons.why(
                  context, new Reasons.Gap(flow, left, ledger.sizing()), tried, choice.refusals());
          ledger.shortfall(flow, left, reason);
        }
      }
    }
  }

  private static double fill(Flow flow, Portion portion, Ledger ledger) {
    double left = portion.share();
    for (Candidate candidate : portion.ranked()) {
      Option option = candidate.option();
      double share = Math.min(left, ledger.room(flow, option, ledger.left(option)));
      if (share > Ledger.NOTHING) {
        ledger.assign(flow, option, share, candidate.why());
        left -= share;
      }
      if (left <= Ledger.NOTHING) {
        return 0;
      }
    }
    return left;
  }
}
