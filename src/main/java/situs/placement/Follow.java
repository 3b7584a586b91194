package situs.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Gives demand out as a plan says.
 *
 * @param because what the plan is the best of, for the reader
 */
record Follow(Plan plan, Predicate<ClauseReading> binding, String because) implements Allocator {

  @Override
  public void allocate(Context context, List<Flow> flows, Ledger ledger) {
    for (Flow flow : flows) {
      List<Plan.Use> uses = plan.uses().stream().filter(u -> same(u.lane().flow(), flow)).toList();
      List<Plan.Gap> gaps = plan.gaps().stream().filter(g -> same(g.stage().flow(), flow)).toList();
      double whole =
          uses.stream().mapToDouble(Plan.Use::share).sum()
              + gaps.stream().mapToDouble(Plan.Gap::share).sum();
      uses.forEach(
          u -> ledger.assign(flow, u.lane().option(), u.share() / whole, why(u.lane().option())));
      gaps.forEach(
          g -> ledger.shortfall(flow, g.share() / whole, why(context, g, ledger.sizing())));
    }
    for (Plan.Rental rental : plan.rentals()) {
      Option option = rental.option();
      if (flows.stream().anyMatch(f -> f.target().equals(option.component()))) {
        ledger.rent(option, rental.instances(), why(option));
      }
    }
  }

  private static boolean same(Flow planned, Flow flow) {
    return planned.target().equals(flow.target())
        && planned.caller().name().equals(flow.caller().name())
        && planned.origin().equals(flow.origin());
  }

  private String why(Option option) {
    return String.format(
        Locale.ROOT, "%s; this pool at %.4g USD/h an instance", because, option.usdPerHour());
  }

  private String why(Context context, Plan.Gap gap, Sizing sizing) {
    List<Option> tried = new ArrayList<>();
    List<String> refusals = new ArrayList<>(gap.stage().closed());
    for (Lane lane : gap.stage().lanes()) {
      if (lane.lawful(binding)) {
        tried.add(lane.option());
      } else {
        refusals.add(refusal(lane));
      }
    }
    return Reasons.why(
        context, new Reasons.Gap(gap.stage().flow(), gap.share(), sizing), tried, refusals);
  }

  private String refusal(Lane lane) {
    List<String> objecting =
        lane.against().stream().filter(binding).sorted().map(ClauseReading::toString).toList();
    return lane.option().offerKey() + ": " + String.join(", ", objecting);
  }
}
