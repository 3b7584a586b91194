package situs.placement;

import java.util.ArrayList;
import java.util.List;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Choice.Candidate;
import situs.placement.Ranking.Ranked;

/** Makes placements for strategies that only rank. */
public final class Plans {
  private Plans() {}

  /**
   * The largest ask first, each to its best prospect with room, and the rest to the next best. As
   * many instances are rented as {@code home} would rent there; state stores stand beside their
   * runtimes.
   *
   * @param strategy its name
   */
  public static Placement greedy(
      Scenario scenario, Contracts contracts, String strategy, Ranking ranking) {
    Preference preference =
        (context, flow, options) -> choose(context, contracts, flow, options, ranking);
    return Planner.plan(scenario, strategy, new Greedy(preference), Sizing.USUAL);
  }

  private static Choice choose(
      Allocator.Context context,
      Contracts contracts,
      Flow flow,
      List<Option> options,
      Ranking ranking) {
    List<Prospect> prospects =
        options.stream().map(option -> new Prospect(context, contracts, flow, option)).toList();
    List<Candidate> used = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (Ranked ranked : ranking.rank(Ask.of(flow), prospects)) {
      Option option = ranked.prospect().option();
      if (ranked.used()) {
        used.add(new Candidate(option, ranked.why()));
      } else {
        refusals.add(option.offerKey() + ": " + ranked.why());
      }
    }
    return Choice.of(used, refusals);
  }
}
