package situs.scenario;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;
import situs.document.Scalars;
import situs.document.Units;
import situs.model.Arrivals;
import situs.model.Burstiness;
import situs.model.DayShape;
import situs.model.Growth;
import situs.model.WeekShape;

/**
 * A rate over time: {@code {rate: 2/s, peak: "14:00", swing: 0.6}} with {@code hourly}, {@code
 * weekly}, {@code growth} and {@code burstiness} as wanted.
 */
final class CurveReader {
  /** All keys, in the order of the documentation. */
  static final List<String> KEYS =
      List.of("rate", "peak", "swing", "hourly", "weekly", "growth", "burstiness");

  private static final LocalTime DEFAULT_PEAK = LocalTime.of(14, 0);
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final double MOST_FACTOR = 1e6;
  private static final int HOURS = 24;

  private final Issues issues;
  private final BurstinessReader burstiness = new BurstinessReader();

  CurveReader(Issues issues) {
    this.issues = issues;
  }

  Optional<Arrivals> read(MapReader reader) {
    Optional<Double> rate = reader.required("rate", "2/s", key -> reader.positive(key, Units.RATE));
    Optional<DayShape> day = day(reader);
    Optional<WeekShape> week =
        reader.has("weekly")
            ? reader.mapping("weekly").flatMap(this::week)
            : Optional.of(WeekShape.EVEN);
    Optional<Growth> growth =
        reader.has("growth")
            ? reader.mapping("growth").flatMap(this::growth)
            : Optional.of(Growth.NONE);
    Optional<Burstiness> bursts =
        reader.has("burstiness")
            ? reader.mapping("burstiness").flatMap(burstiness::read)
            : Optional.of(Burstiness.POISSON);
    KEYS.forEach(reader::node);
    if (rate.isEmpty() || day.isEmpty() || week.isEmpty() || growth.isEmpty() || bursts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Arrivals.Curve(rate.get(), day.get(), week.get(), growth.get(), bursts.get()));
  }

  private Optional<DayShape> day(MapReader reader) {
    Optional<LocalTime> peak =
        reader
            .text("peak")
            .flatMap(
                t -> reader.parsed("peak", t, "a local time such as \"14:00\"", LocalTime::parse));
    Optional<Double> swing = reader.share("swing");
    if (!reader.has("hourly")) {
      return Optional.of(new DayShape.Swing(peak.orElse(DEFAULT_PEAK), swing.orElse(0.0)));
    }
    for (String key : List.of("peak", "swing")) {
      if (reader.has(key)) {
        issues.add(reader.at(key), "'hourly' has the day's shape; leave '" + key + "' out");
      }
    }
    return hours(reader);
  }

  private Optional<DayShape> hours(MapReader reader) {
    List<Node> items = reader.list("hourly");
    List<Double> factors = new ArrayList<>();
    for (Node item : items) {
      factor(item).ifPresent(factors::add);
    }
    if (items.size() != HOURS) {
      issues.add(
          reader.at("hourly"),
          "'hourly' needs 24 factors, from midnight on; here are " + items.size());
      return Optional.empty();
    }
    return factors.size() == HOURS && anyPositive(factors, "hourly", reader)
        ? Optional.of(new DayShape.Hours(factors))
        : Optional.empty();
  }

  private Optional<Double> factor(Node item) {
    return new Scalars(issues)
        .number(item, "an item of 'hourly'")
        .filter(
            f -> {
              boolean ok = f >= 0 && f <= MOST_FACTOR;
              if (!ok) {
                issues.add(item.at(), "an item of 'hourly' must lie between 0 and 1000000");
              }
              return ok;
            });
  }

  private boolean anyPositive(List<Double> factors, String key, MapReader reader) {
    boolean any = factors.stream().anyMatch(f -> f > 0);
    if (!any) {
      issues.add(reader.at(key), "'" + key + "' needs a factor above 0");
    }
    return any;
  }

  private Optional<WeekShape> week(MapReader reader) {
    List<Double> factors = new ArrayList<>();
    for (String day : DAYS) {
      Optional<Double> factor = reader.number(day, 0, MOST_FACTOR);
      if (!reader.has(day)) {
        factors.add(1.0);
      }
      factor.ifPresent(factors::add);
    }
    reader.done();
    boolean whole = factors.size() == DAYS.size();
    if (whole && factors.stream().noneMatch(f -> f > 0)) {
      issues.add(reader.at(), "'weekly' needs a factor above 0");
      return Optional.empty();
    }
    return whole ? Optional.of(new WeekShape(factors)) : Optional.empty();
  }

  private Optional<Growth> growth(MapReader reader) {
    Optional<Double> factor =
        reader.required("factor", "1.03", key -> reader.number(key, 1e-6, MOST_FACTOR));
    Optional<Double> every =
        reader.required("every", "30 d", key -> reader.positive(key, Units.TIME));
    Optional<String> kind = reader.oneOf("kind", List.of("compound", "linear"));
    boolean kindOk = !reader.has("kind") || kind.isPresent();
    reader.done();
    Growth.Kind how =
        kind.orElse("compound").equals("linear") ? Growth.Kind.LINEAR : Growth.Kind.COMPOUND;
    return factor
        .filter(f -> kindOk)
        .flatMap(f -> every.map(seconds -> new Growth(f, seconds, how)));
  }
}
