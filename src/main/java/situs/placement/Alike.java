package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import situs.placement.Priced.Item;

/** Demands of one pool from several places, each divided among the options as every other. */
final class Alike {
  private Alike() {}

  /**
   * Over the options that are open to all of them.
   *
   * @param offers numbers by {@link Option#stock}
   */
  static Priced of(
      List<Stage> stages, Predicate<Lane> open, Sizing sizing, Map<String, Integer> offers) {
    Map<String, List<Lane>> byOption = new LinkedHashMap<>();
    for (Stage stage : stages) {
      stage.lanes().stream()
          .filter(open)
          .forEach(l -> byOption.computeIfAbsent(l.option().id(), o -> new ArrayList<>()).add(l));
    }
    return new Priced(
        byOption.values().stream()
            .filter(lanes -> lanes.size() == stages.size())
            .map(lanes -> item(lanes, sizing, offers))
            .toList(),
        0);
  }

  private static Item item(List<Lane> lanes, Sizing sizing, Map<String, Integer> offers) {
    Option option = lanes.get(0).option();
    double work = lanes.stream().mapToDouble(l -> option.work(l.flow())).sum();
    return new Item(
        offers.get(option.stock()),
        option,
        List.copyOf(lanes),
        Math.min(1, option.capacity(1, sizing) / work),
        Math.min(option.limit(), option.instancesFor(work, sizing)),
        lanes.stream().mapToDouble(l -> l.transferUsdPerHour() + l.usageUsdPerHour()).sum());
  }
}
