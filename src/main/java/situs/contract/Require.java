package situs.contract;

import java.util.List;
import java.util.stream.Collectors;

/** {@code require: CEL}: must be true of every subject that the clause speaks of. */
record Require(Predicate predicate) implements SubjectRule {
  static final Kind KIND =
      new Kind(
          "require",
          SubjectKind.WRITTEN,
          "the condition is true",
          List.of(),
          """
          over: route
          when: hop.to == "model"
          require: target.provider == "azure"
          """,
          (value, wording) -> wording.compile(value, "'require'").map(Require::new));

  @Override
  public List<Predicate> predicates() {
    return List.of(predicate);
  }

  @Override
  public Truth holds(Facts subject) {
    return predicate.test(subject);
  }

  @Override
  public String reason(Facts subject) {
    return predicate.failing(subject).stream()
        .map(p -> "requires " + p.text() + "; " + p.values(subject))
        .collect(Collectors.joining("; "));
  }

  @Override
  public List<String> missing(Facts subject) {
    return predicate.missing(subject);
  }
}
