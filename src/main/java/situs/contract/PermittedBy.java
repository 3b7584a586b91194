package situs.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.document.MapReader;
import situs.document.Node;

/**
 * {@code permitted-by: [licence]}: only what one of these clauses permits is allowed. What none
 * permits is not forbidden, and yet not permitted.
 */
record PermittedBy(List<String> clauses) implements SubjectRule {
  /** What begins the names of facts that other clauses answer. */
  static final String FACT = "permit.";

  static final Kind KIND =
      new Kind(
          "permitted-by",
          List.of(SubjectKind.PLACEMENT, SubjectKind.ROUTE),
          "one of the clauses named permits it; else it is *not permitted*",
          List.of(),
          """
          over: route
          when: hop.to == "model"
          permitted-by: [licence]
          """,
          PermittedBy::read);

  PermittedBy {
    clauses = List.copyOf(clauses);
  }

  private static Optional<PermittedBy> read(Node value, Wording wording) {
    MapReader keys =
        new MapReader(new Node.Mapping(value.at(), java.util.Map.of()), wording.issues());
    List<String> clauses = RuleKeys.words(value, keys);
    return Optional.of(new PermittedBy(clauses)).filter(r -> !clauses.isEmpty());
  }

  /** The facts without which it cannot be told whether a clause permits a subject. */
  static String wanting(String clause) {
    return "wanting." + clause;
  }

  /** Whether a clause permits a subject. */
  static String fact(String clause) {
    return FACT + clause;
  }

  @Override
  public Truth holds(Facts subject) {
    return clauses.stream()
        .map(clause -> subject.value(fact(clause)))
        .map(known -> known.map(k -> Truth.of(Boolean.TRUE.equals(k))).orElse(Truth.UNKNOWN))
        .reduce(Truth.FALSE, Truth::or);
  }

  @Override
  public Verdict objection(Facts subject) {
    return new Verdict.NotPermitted(reason(subject));
  }

  @Override
  public String reason(Facts subject) {
    return "nothing permits it of " + String.join(", ", clauses);
  }

  @Override
  public List<String> missing(Facts subject) {
    return clauses.stream()
        .filter(clause -> !subject.without(fact(clause)).isEmpty())
        .flatMap(clause -> wanting(subject, clause))
        .distinct()
        .toList();
  }

  /** What the clause wants to know; itself, where no fact would help. */
  private static Stream<String> wanting(Facts subject, String clause) {
    List<String> facts =
        subject.value(wanting(clause)).filter(List.class::isInstance).stream()
            .flatMap(wanted -> ((List<?>) wanted).stream())
            .map(String::valueOf)
            .toList();
    return facts.isEmpty() ? Stream.of(fact(clause)) : facts.stream();
  }
}
