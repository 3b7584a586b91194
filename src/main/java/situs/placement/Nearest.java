package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import situs.placement.Choice.Candidate;

/** The least round trip first; equal ones by price, then by name. */
final class Nearest {
  private Nearest() {}

  /**
   * @param because why these options and no others, for the reader
   */
  static List<Candidate> ranked(
      Allocator.Context context, Flow flow, List<Option> options, String because) {
    List<Option> sorted =
        options.stream()
            .sorted(
                Comparator.comparingDouble((Option o) -> rttMs(context, flow, o))
                    .thenComparingDouble(o -> o.unitCost(flow, Sizing.USUAL).usd())
                    .thenComparing(Option::id))
            .toList();
    List<Candidate> ranked = new ArrayList<>();
    for (Option option : sorted) {
      double ms = rttMs(context, flow, option);
      String room = ranked.isEmpty() ? "" : " with room";
      String rank =
          String.format(Locale.ROOT, "nearest to %s%s (%.1f ms)", flow.origin(), room, ms);
      ranked.add(new Candidate(option, because + "; " + rank));
    }
    return ranked;
  }

  static double rttMs(Allocator.Context context, Flow flow, Option option) {
    return flow.origin().rttMs(context.scenario().network(), option.region().id());
  }
}
