package situs.experiment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import situs.audit.Claim;
import situs.audit.Violation;
import situs.contract.Remedy;
import situs.contract.SubjectKind;
import situs.model.Episode;
import situs.model.Money;
import situs.model.Span;

/**
 * An objection of a reading of a clause to a subject, over all replications of a strategy.
 *
 * @param firstAt earliest over the replications; empty where nothing happened
 * @param lastAt latest, likewise
 * @param requests mean over the replications, in the measured window
 * @param tokens likewise
 * @param lasting its episodes, replication by replication
 * @param exposureUsd of this subject alone, likewise; empty where the clause states no remedy, a
 *     right alone, or where an amount is missing
 * @param clauseUsd likewise, of all that violates the clause under the reading
 * @param remedy what the exposure comes from
 * @param room of the first replication that has it, see {@link Violation}
 */
public record ViolationRow(
    String strategy,
    String contract,
    String clause,
    String reading,
    SubjectKind kind,
    String subject,
    String placement,
    Optional<Instant> firstAt,
    Optional<Instant> lastAt,
    double requests,
    double tokens,
    List<List<Span>> lasting,
    Optional<Double> exposureUsd,
    Optional<Double> clauseUsd,
    Optional<Remedy> remedy,
    String reason,
    Violation.Answer answer,
    List<String> room) {
  private static final int ID_DIGITS = 8;

  public ViolationRow {
    lasting = List.copyOf(lasting);
  }

  /** How long it lasted, all episodes, seconds: mean over the replications. */
  public double breachS() {
    return mean(lasting.stream().flatMap(List::stream).mapToDouble(Span::lengthS).sum());
  }

  /** In how many episodes: mean over the replications. */
  public double episodes() {
    return mean(lasting.stream().mapToInt(List::size).sum());
  }

  private double mean(double sum) {
    return lasting.isEmpty() ? 0 : sum / lasting.size();
  }

  /** A name that is the same in every run that finds it. */
  public String id() {
    String what = String.join("\n", strategy, contract, clause, reading, kind.word(), subject);
    UUID hash = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    return "v" + hash.toString().substring(0, ID_DIGITS);
  }

  /** What makes two violations of different replications the same. */
  private record Key(
      String contract,
      String clause,
      String reading,
      SubjectKind kind,
      String subject,
      String placement) {
    static Key of(Violation v) {
      return new Key(v.contract(), v.clause(), v.reading(), v.kind(), v.subject(), v.placement());
    }
  }

  /** By strategy, in the order of the findings. */
  public static List<ViolationRow> of(Experiment experiment) {
    return experiment.results().stream().flatMap(r -> of(experiment, r).stream()).toList();
  }

  /** The violations of one strategy. */
  public static List<ViolationRow> of(Experiment experiment, StrategyResult result) {
    Map<Key, List<Seen>> same = new LinkedHashMap<>();
    for (Run run : result.runs()) {
      for (Violation violation : run.findings().violations()) {
        same.computeIfAbsent(Key.of(violation), key -> new ArrayList<>())
            .add(new Seen(run, violation));
      }
    }
    return same.values().stream()
        .map(group -> row(experiment.scenario().starts(), result, group))
        .toList();
  }

  /** A violation, and in which run. */
  private record Seen(Run run, Violation violation) {}

  private static ViolationRow row(Instant starts, StrategyResult result, List<Seen> seen) {
    List<Violation> group = seen.stream().map(Seen::violation).toList();
    Violation first = group.get(0);
    double runs = result.runs().size();
    return new ViolationRow(
        result.strategy(),
        first.contract(),
        first.clause(),
        first.reading(),
        first.kind(),
        first.subject(),
        first.placement(),
        known(group, Violation::firstAtS).stream().min(Double::compare).map(s -> after(starts, s)),
        known(group, Violation::lastAtS).stream().max(Double::compare).map(s -> after(starts, s)),
        group.stream().mapToLong(Violation::requests).sum() / runs,
        group.stream().mapToLong(Violation::tokens).sum() / runs,
        result.runs().stream().map(run -> lasting(run, seen)).toList(),
        known(group, Violation::exposure).stream()
            .reduce(Money::plus)
            .map(total -> total.toDouble() / runs),
        claimed(result, first).map(total -> total.toDouble() / runs),
        first.remedy(),
        first.reason(),
        first.answer(),
        first.room());
  }

  /** Over all replications; empty where it is unknown of one. */
  private static Optional<Money> claimed(StrategyResult result, Violation of) {
    List<Optional<Money>> amounts =
        result.runs().stream()
            .flatMap(run -> run.findings().claims().stream())
            .filter(
                claim ->
                    claim.contract().equals(of.contract())
                        && claim.clause().equals(of.clause())
                        && claim.reading().equals(of.reading()))
            .map(Claim::amount)
            .toList();
    return amounts.stream().allMatch(Optional::isPresent)
        ? amounts.stream().flatMap(Optional::stream).reduce(Money::plus)
        : Optional.empty();
  }

  private static List<Span> lasting(Run run, List<Seen> seen) {
    return seen.stream()
        .filter(one -> one.run() == run)
        .flatMap(one -> one.violation().episodes().stream())
        .map(Episode::span)
        .toList();
  }

  private static Instant after(Instant starts, double seconds) {
    return starts.plusMillis(Math.round(seconds * 1000));
  }

  private static <T> List<T> known(List<Violation> group, Function<Violation, Optional<T>> value) {
    return group.stream().map(value).flatMap(Optional::stream).toList();
  }
}
