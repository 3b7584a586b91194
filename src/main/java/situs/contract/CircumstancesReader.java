package situs.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Scalars;
import situs.document.Units;
import situs.model.Money;

/** Reads the {@code circumstances:} of a scenario. */
public final class CircumstancesReader {
  private static final String NEVER = "never";

  private final MapReader keys;
  private final Contracts contracts;
  private final Named named;
  private final Instant starts;

  /**
   * What circumstances may speak of.
   *
   * @param providers empty: any
   */
  public record Named(Collection<String> workloads, Optional<Collection<String>> providers) {}

  private CircumstancesReader(MapReader keys, Contracts contracts, Named named, Instant starts) {
    this.keys = keys;
    this.contracts = contracts;
    this.named = named;
    this.starts = starts;
  }

  /**
   * The circumstances; none where the key is absent.
   *
   * @param top the scenario
   * @param contracts that they are about
   * @param named in the scenario
   * @param starts of the measured window: an event may be so long after it
   */
  public static Circumstances read(
      MapReader top, Contracts contracts, Named named, Instant starts) {
    return top.mapping("circumstances")
        .map(keys -> new CircumstancesReader(keys, contracts, named, starts).all())
        .orElse(Circumstances.NONE);
  }

  private Circumstances all() {
    Circumstances all =
        new Circumstances(
            readings(),
            byName("events", contracts.events(), "event", this::moment),
            byName("terms", contracts.terms(), "term", this::yesOrNo),
            byName("notices", contracts.notices(), "notice", this::dateOrNever),
            byName("releases", named.workloads(), "workload", this::releases),
            byName("answers", contracts.holders(), "holder of a first refusal", this::time),
            byName("besides", contracts.clauses(), "clause", this::amount),
            byName("carried", contracts.clauses(), "clause", this::amount),
            byName("revenue", named.workloads(), "workload", this::fee));
    keys.done();
    return all;
  }

  private List<String> readings() {
    List<String> known = contracts.choices();
    List<String> readings = keys.texts("readings");
    for (String reading : readings) {
      if (!known.contains(reading)) {
        keys.issues()
            .add(
                keys.at("readings"),
                "no contract has a reading or profile '"
                    + reading
                    + "'"
                    + Names.hint(reading, known));
      }
    }
    return readings;
  }

  /** The entries of a mapping whose names must be known. */
  private <T> Map<String, T> byName(
      String key,
      Collection<String> known,
      String what,
      BiFunction<Node, String, Optional<T>> value) {
    return keys.mapping(key)
        .map(mapping -> byName(mapping, Optional.of(known), what, value))
        .orElse(Map.of());
  }

  /**
   * @param known empty: any name is
   */
  private <T> Map<String, T> byName(
      MapReader mapping,
      Optional<Collection<String>> known,
      String what,
      BiFunction<Node, String, Optional<T>> value) {
    Map<String, T> found = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      String name = entry.key();
      if (known.isEmpty() || known.get().contains(name)) {
        value.apply(entry.value(), "'" + name + "'").ifPresent(v -> found.put(name, v));
      } else {
        String hint = Names.hint(name, known.get());
        keys.issues().add(entry.at(), "there is no %s '%s'%s".formatted(what, name, hint));
      }
    }
    return found;
  }

  /** A day, an instant, or a time after the start of the run. */
  private Optional<Instant> moment(Node node, String what) {
    Optional<String> text = keys.text(node, what);
    if (text.filter(t -> Units.TIME.read(t).value().isPresent()).isPresent()) {
      return Units.TIME
          .read(text.get())
          .value()
          .map(s -> starts.plusNanos(s.movePointRight(9).longValue()));
    }
    return text.flatMap(t -> DatesReader.instant(t, node.at(), what, keys.issues()));
  }

  private Optional<Boolean> yesOrNo(Node node, String what) {
    Optional<String> word = keys.text(node, what);
    if (word.isPresent() && !Set.of("yes", "no").contains(word.get())) {
      keys.issues().add(node.at(), what + " is yes or no, not '" + word.get() + "'");
      return Optional.empty();
    }
    return word.map("yes"::equals);
  }

  private Optional<Optional<Instant>> dateOrNever(Node node, String what) {
    Optional<String> text = keys.text(node, what);
    return text.equals(Optional.of(NEVER))
        ? Optional.of(Optional.empty())
        : moment(node, what).map(Optional::of);
  }

  private Optional<Map<String, Optional<Instant>>> releases(Node node, String what) {
    return MapReader.of(node, what, keys.issues())
        .map(dates -> byName(dates, named.providers(), "provider", this::dateOrNever));
  }

  private Optional<Duration> time(Node node, String what) {
    return new Scalars(keys.issues())
        .decimal(node, what, Units.TIME)
        .map(s -> Duration.ofSeconds(s.longValue()));
  }

  private Optional<BigDecimal> amount(Node node, String what) {
    Optional<String> text = keys.text(node, what);
    for (Units units : List.of(Units.MONEY, Units.POWER)) {
      Optional<BigDecimal> value = text.flatMap(t -> units.read(t).value());
      if (value.isPresent()) {
        return value;
      }
    }
    return new Scalars(keys.issues()).number(node, what).map(BigDecimal::valueOf);
  }

  private Optional<Fee> fee(Node node, String what) {
    return MapReader.of(node, what, keys.issues())
        .flatMap(
            fee -> {
              fee.requiredNode("per", "request");
              Optional<String> per = fee.oneOf("per", List.of("request", "token"));
              Optional<Money> amount =
                  fee.required("amount", "0.01 USD", k -> fee.decimal(k, Units.MONEY))
                      .map(Money::new);
              fee.done();
              Measure measure =
                  per.equals(Optional.of("token")) ? Measure.TOKENS : Measure.REQUESTS;
              return per.flatMap(p -> amount.map(a -> new Fee(measure, a)));
            });
  }
}
