package situs.contract;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that the record of a contract holds, whether or not a run could break it.
 *
 * @param binds the party that it binds; empty: none, or none in particular
 * @param dates when it is in force, amendments worked in; of an amendment: since when
 * @param readings how it is construed, each with whose interpretation that is
 */
public record Term(
    String contract,
    Kind kind,
    String id,
    Attested attested,
    String binds,
    Dates dates,
    List<String> readings) {

  /** What it is in its contract. */
  public enum Kind {
    AMENDMENT("amendment"),
    CLAUSE("clause"),
    RECORDED("recorded");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word used in outputs. */
    public String word() {
      return word;
    }
  }

  public Term {
    readings = List.copyOf(readings);
  }

  /** All that contracts hold, in the order of its first day; what has none comes first. */
  public static List<Term> of(Collection<Contract> contracts) {
    return contracts.stream().flatMap(Term::of).sorted(Comparator.comparing(Term::begins)).toList();
  }

  private static Stream<Term> of(Contract contract) {
    String name = contract.name();
    return Stream.of(
            contract.amendments().stream().map(a -> of(name, a)),
            contract.clauses().stream().map(c -> of(name, c)),
            contract.recorded().stream().map(r -> of(name, r)))
        .flatMap(terms -> terms);
  }

  private static Term of(String contract, Amendment amendment) {
    Dates since = Dates.ALWAYS.beginningAt(amendment.from());
    return new Term(
        contract, Kind.AMENDMENT, amendment.id(), amendment.attested(), "", since, List.of());
  }

  private static Term of(String contract, Clause clause) {
    return new Term(
        contract,
        Kind.CLAUSE,
        clause.id(),
        clause.attested(),
        clause.binds(),
        clause.dates(),
        clause.readings().entrySet().stream().map(Term::construed).toList());
  }

  private static Term of(String contract, Recorded recorded) {
    return new Term(
        contract,
        Kind.RECORDED,
        recorded.id(),
        recorded.attested(),
        recorded.binds(),
        recorded.dates(),
        List.of());
  }

  private static String construed(Map.Entry<String, Reading> reading) {
    String basis = reading.getValue().basis();
    return reading.getKey() + (basis.isEmpty() ? "" : " (" + basis + ")");
  }

  private Instant begins() {
    return dated(dates.from()).max(Comparator.naturalOrder()).orElse(Instant.MIN);
  }

  /** First day, and events that it waits for; empty: since ever. */
  public String from() {
    return words(dated(dates.from()).max(Comparator.naturalOrder()), dates.from(), " and ");
  }

  /** First day on which it is no more, or events that end it; empty: open. */
  public String until() {
    return words(dated(dates.until()).min(Comparator.naturalOrder()), dates.until(), " or ");
  }

  /** In between, stretches in which it rests: {@code 2026-03-01 to peace}. */
  public String rests() {
    return dates.suspended().stream()
        .map(
            rest ->
                "from "
                    + rest.from().words()
                    + rest.until().map(until -> " to " + until.words()).orElse(" on"))
        .collect(joining("; "));
  }

  private static Stream<Instant> dated(List<Moment> moments) {
    return moments.stream().flatMap(moment -> moment.date().stream());
  }

  /** Of several dates one decides; events may still happen. */
  private static String words(Optional<Instant> date, List<Moment> moments, String joint) {
    return Stream.concat(
            date.map(Era::day).stream(), moments.stream().flatMap(m -> m.event().stream()))
        .collect(joining(joint));
  }

  /** Its confidence, where that is said. */
  public Optional<String> confidence() {
    return attested.confidence();
  }
}
