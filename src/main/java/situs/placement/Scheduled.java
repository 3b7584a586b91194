package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Instances that follow a schedule, with those of their fleet that are paid all the time. A level
 * is one of the whole fleet (ADR 47): the more there are that stay, the less of the others is
 * rented at night. One of a pool always stays.
 *
 * @param hourly rented by the hour
 * @param ahead of the same component on the same type in the same region, paid all the time
 */
record Scheduled(RentedOption hourly, List<RentedOption> ahead) {

  /**
   * Of these options. Where there are two ways by the hour, which of them is stopped depends on how
   * many there are of each, and both count by the mean of the schedule.
   */
  static List<Scheduled> of(List<Option> options) {
    Map<List<Object>, List<RentedOption>> fleets = new LinkedHashMap<>();
    for (Option option : options) {
      if (option instanceof RentedOption rented) {
        fleets.computeIfAbsent(fleet(rented), f -> new ArrayList<>()).add(rented);
      }
    }
    return fleets.values().stream().flatMap(fleet -> ofFleet(fleet).stream()).toList();
  }

  private static List<Object> fleet(RentedOption option) {
    return List.of(option.component(), option.region().id(), option.offer().type().name());
  }

  private static List<Scheduled> ofFleet(List<RentedOption> fleet) {
    List<RentedOption> ahead =
        fleet.stream().filter(o -> o.offer().purchase().isPaidAhead()).toList();
    List<RentedOption> hourly =
        fleet.stream().filter(o -> !o.offer().purchase().isPaidAhead()).toList();
    return hourly.size() == 1 && hourly.get(0).isScheduled()
        ? List.of(new Scheduled(hourly.get(0), ahead))
        : List.of();
  }
}
