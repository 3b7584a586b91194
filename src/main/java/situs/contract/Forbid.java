package situs.contract;

import java.util.List;
import java.util.stream.Collectors;

/** {@code forbid: CEL}: must not be true of any subject that the clause speaks of. */
record Forbid(Predicate predicate) implements SubjectRule {
  static final Kind KIND =
      new Kind(
          "forbid",
          SubjectKind.WRITTEN,
          "the condition is false",
          List.of(),
          """
          over: placement
          forbid: placement.country == "US"
          """,
          (value, wording) -> wording.compile(value, "'forbid'").map(Forbid::new));

  @Override
  public List<Predicate> predicates() {
    return List.of(predicate);
  }

  @Override
  public Truth holds(Facts subject) {
    return predicate.test(subject).not();
  }

  @Override
  public String reason(Facts subject) {
    return predicate.holding(subject).stream()
        .map(p -> "forbids " + p.text() + "; " + p.values(subject))
        .collect(Collectors.joining("; "));
  }

  @Override
  public List<String> missing(Facts subject) {
    return predicate.missing(subject);
  }
}
