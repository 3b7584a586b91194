package situs.placement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.optimise.LinearProgram;
import situs.optimise.LinearProgram.Sum;

/** What a program's instances cost, as a sum of its variables, dollars an hour. */
final class Rent {
  private final LinearProgram program;
  private final Sum usdPerHour = new Sum();

  /** Instances of an option. */
  record Count(Option option, Sum instances) {}

  Rent(LinearProgram program) {
    this.program = program;
  }

  Sum usdPerHour() {
    return usdPerHour;
  }

  /** What is paid in any case is a part of the cost, so that it compares with a bill. */
  void signed(double signedUsdPerHour) {
    if (signedUsdPerHour > 0) {
      usdPerHour.plus(signedUsdPerHour, program.fixed(1));
    }
  }

  void rented(List<Count> counts) {
    Map<String, Sum> instances = new LinkedHashMap<>();
    counts.forEach(c -> instances.put(c.option().id(), c.instances()));
    Map<String, Scheduled> schedules = new LinkedHashMap<>();
    Scheduled.of(counts.stream().map(Count::option).toList())
        .forEach(s -> schedules.put(s.hourly().id(), s));
    for (Count count : counts) {
      Scheduled scheduled = schedules.get(count.option().id());
      if (scheduled == null) {
        usdPerHour.plus(count.option().usdPerHour(), count.instances());
      } else {
        usdPerHour.plus(scheduled.hourly().listUsdPerHour(), onAverage(scheduled, instances));
      }
    }
  }

  /**
   * Instances that a schedule rents on average: in each part of the run what its level of the fleet
   * is more than those that stay, and one at least.
   */
  private Sum onAverage(Scheduled scheduled, Map<String, Sum> instances) {
    int limit = scheduled.hourly().limit();
    Sum placed = instances.get(scheduled.hourly().id());
    int any = program.whole(1);
    program.atMost(0, new Sum().plus(1, placed).plus(-limit, any).merged());
    Sum average = new Sum();
    Map<Double, Double> parts = scheduled.hourly().tenure().paid().parts();
    for (Map.Entry<Double, Double> part : parts.entrySet()) {
      double share = part.getKey();
      int there = program.whole(limit);
      program.atMost(0, new Sum().plus(1, any).plus(-1, there));
      Sum level = new Sum().plus(-1, there).plus(share, placed);
      scheduled.ahead().forEach(o -> level.plus(share - 1, instances.get(o.id())));
      program.atMost(0, level.merged());
      average.plus(part.getValue(), there);
    }
    return average;
  }
}
