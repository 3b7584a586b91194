package situs.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import situs.model.Placement;

/**
 * How much of everything a plan has, by which plans are told apart: instances of a model's pools,
 * tenths of what a service could be asked, and of a runtime whether it has a tenth at all of what
 * it could be asked.
 *
 * @param amounts by {@link Option#id()}; what is not named is not there
 */
public record Extent(Map<String, Integer> amounts) {
  /** Into which what is asked of something without instances is divided. */
  static final int PARTS = 10;

  /** What a solver's rows hold no better than. */
  private static final double ROUNDING = 1e-6;

  public Extent {
    amounts = Map.copyOf(amounts);
  }

  int of(Option option) {
    return amounts.getOrDefault(option.id(), 0);
  }

  static Extent of(List<Stage> stages, Plan plan, Placement placement) {
    Map<String, Integer> amounts = new TreeMap<>();
    placement.placed().stream()
        .filter(p -> p.profile().isPresent())
        .forEach(p -> amounts.put(p.id(), p.instances()));
    Map<String, Option> others = new TreeMap<>();
    Map<String, Double> tenths = new TreeMap<>();
    for (Plan.Use use : plan.uses()) {
      Option option = use.lane().option();
      if (!isCounted(option)) {
        others.put(option.id(), option);
        tenths.merge(option.id(), use.share() * parts(use.lane(), stages), Double::sum);
      }
    }
    others.forEach((id, option) -> amounts.put(id, whole(option, tenths.get(id))));
    return new Extent(amounts);
  }

  private static int whole(Option option, double tenths) {
    int whole = (int) Math.floor(tenths + ROUNDING);
    return option instanceof RuntimeOption ? Math.min(1, whole) : whole;
  }

  /** Whether it has instances that count one by one. */
  static boolean isCounted(Option option) {
    return option instanceof ModelOption;
  }

  /** Tenths of all that an option could be asked which a lane brings, at a share of 1. */
  static double parts(Lane lane, List<Stage> stages) {
    Function<Lane, List<String>> asker =
        l -> List.of(l.flow().caller().name(), l.flow().origin().metro().name());
    Map<List<String>, Double> work = new HashMap<>();
    for (Stage stage : stages) {
      for (Lane other : stage.lanes()) {
        if (other.option().id().equals(lane.option().id())) {
          // What sessions ask comes from one runtime or from another: it counts once.
          work.merge(asker.apply(other), other.option().work(other.flow()), Math::max);
        }
      }
    }
    double all = work.values().stream().mapToDouble(w -> w).sum();
    return PARTS * lane.option().work(lane.flow()) / all;
  }
}
