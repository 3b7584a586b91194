package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import situs.model.Component;
import situs.placement.Admission.Admitted;
import situs.placement.Option.UnitCost;

/**
 * What carries the demand at the least cost: rent, and at the mean rate what is paid by use:
 * transfer, and tokens of managed models.
 *
 * <p>Component by component in the order of the scenario; within one, flows that are admitted to
 * the same options are covered together ({@link Cover}), those with the fewest options first. Then
 * the largest flow goes first to where its use costs least, then to what is nearest.
 */
record LeastCost(Admission admission) implements Allocator {

  private record Costed(Option option, double usageUsdPerHour) {}

  @Override
  public void allocate(Context context, List<Flow> flows, Ledger ledger) {
    for (Component component : Demand.components(flows)) {
      List<Flow> own = flows.stream().filter(f -> f.target().equals(component)).toList();
      Admitted admitted = admission.admit(context, own, context.options().of(component));
      for (List<Flow> group : groups(own, admitted)) {
        cover(context, group, admitted, ledger);
      }
    }
  }

  private static List<List<Flow>> groups(List<Flow> flows, Admitted admitted) {
    Map<List<Option>, List<Flow>> byOptions = new LinkedHashMap<>();
    for (Flow flow : flows) {
      byOptions.computeIfAbsent(admitted.options().get(flow), o -> new ArrayList<>()).add(flow);
    }
    return byOptions.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> e.getKey().size()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static void cover(Context context, List<Flow> group, Admitted admitted, Ledger ledger) {
    Map<Boolean, List<Option>> byPriced =
        admitted.options().get(group.get(0)).stream()
            .collect(Collectors.partitioningBy(o -> usage(context, group, o).isPresent()));
    List<Option> priced = byPriced.get(true);
    Map<String, Integer> chosen = choose(context, group, priced, ledger);
    for (Flow flow : group.stream().sorted(Flow.LARGEST_FIRST).toList()) {
      Pour pour = new Pour(flow, ranked(context, flow, priced), admitted.because(), ledger);
      double left = pour.into(1, o -> chosen.get(o.id()) - ledger.instances(o));
      // What the choice did not foresee, because flows differ in what they take of an option.
      left = pour.into(left, ledger::left);
      if (left > Ledger.NOTHING) {
        List<String> refusals = new ArrayList<>(unpriced(byPriced.get(false)));
        refusals.addAll(admitted.refusals().getOrDefault(flow, List.of()));
        ledger.shortfall(
            flow,
            left,
            Reasons.why(context, new Reasons.Gap(flow, left, ledger.sizing()), priced, refusals));
      }
    }
  }

  private static List<String> unpriced(List<Option> options) {
    return options.stream()
        .map(o -> o.offerKey() + ": no price of the data that it would send is known")
        .toList();
  }

  /** Instances that each option is to have in the end, by its id. */
  private static Map<String, Integer> choose(
      Context context, List<Flow> group, List<Option> options, Ledger ledger) {
    int[] counts = Cover.leastCost(items(context, group, options, ledger));
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      chosen.put(options.get(i).id(), ledger.instances(options.get(i)) + counts[i]);
    }
    return chosen;
  }

  /** Dollars an hour for all that the group uses; empty where a price is not known. */
  private static Optional<Double> usage(Context context, List<Flow> group, Option option) {
    double sum = 0;
    for (Flow flow : group) {
      Optional<Double> cost = usage(context, flow, option);
      if (cost.isEmpty()) {
        return Optional.empty();
      }
      sum += cost.get();
    }
    return Optional.of(sum);
  }

  private static Optional<Double> usage(Context context, Flow flow, Option option) {
    return TransferCost.usdPerHour(context.scenario(), flow, option)
        .map(transfer -> transfer + option.usageUsdPerHour(flow));
  }

  private static List<Cover.Item> items(
      Context context, List<Flow> group, List<Option> options, Ledger ledger) {
    return options.stream()
        .map(
            option -> {
              double work = group.stream().mapToDouble(option::work).sum();
              int rented = ledger.instances(option);
              double used = ledger.work(option);
              return new Cover.Item(
                  ledger.left(option),
                  option.usdPerHour(),
                  usage(context, group, option).orElseThrow(),
                  option.shared().map(s -> new Option.Stock(s.key(), ledger.left(s))),
                  n -> Math.max(0, option.capacity(rented + n, ledger.sizing()) - used) / work);
            })
        .toList();
  }

  private static List<Option> ranked(Context context, Flow flow, List<Option> options) {
    return options.stream()
        .map(o -> new Costed(o, usage(context, flow, o).orElseThrow()))
        .sorted(
            Comparator.comparingDouble(Costed::usageUsdPerHour)
                .thenComparingDouble(c -> Nearest.rttMs(context, flow, c.option()))
                .thenComparing(c -> c.option().id()))
        .map(Costed::option)
        .toList();
  }

  /** A flow on its way into options. */
  private record Pour(Flow flow, List<Option> ranked, String because, Ledger ledger) {

    /** Assigns of {@code share} what fits when each option rents so many more; returns the rest. */
    double into(double share, ToIntFunction<Option> more) {
      double left = share;
      for (Option option : ranked) {
        double part = Math.min(left, ledger.room(flow, option, most(option, more)));
        if (part > Ledger.NOTHING) {
          ledger.assign(flow, option, part, because + why(flow, option, ranked, ledger));
          left -= part;
        }
      }
      return left > Ledger.NOTHING ? left : 0;
    }

    /** Of a stock that several ways to buy share, another may have taken what was chosen. */
    private int most(Option option, ToIntFunction<Option> more) {
      return Math.min(more.applyAsInt(option), ledger.left(option));
    }
  }

  private static String why(Flow flow, Option option, List<Option> options, Ledger ledger) {
    UnitCost own = option.unitCost(flow, ledger.sizing());
    Optional<Option> next =
        options.stream()
            .filter(o -> !o.id().equals(option.id()))
            .min(
                Comparator.comparingDouble((Option o) -> o.unitCost(flow, ledger.sizing()).usd())
                    .thenComparing(Option::id));
    return String.format(
        Locale.ROOT,
        "%s %s%s",
        own,
        option.terms(),
        next.map(o -> otherwise(o, flow, own, ledger)).orElse(", the only option"));
  }

  private static String otherwise(Option other, Flow flow, UnitCost own, Ledger ledger) {
    double usd = other.unitCost(flow, ledger.sizing()).usd();
    return String.format(
        Locale.ROOT,
        usd < own.usd()
            ? "; %.4g at %s, which is full or dearer in whole instances"
            : ", next best %.4g (%s)",
        usd,
        other.offerKey());
  }
}
