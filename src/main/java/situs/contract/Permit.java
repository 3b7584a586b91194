package situs.contract;

import java.util.List;

/**
 * {@code permit: CEL}: a permission. It forbids nothing; what some other clause leaves to be {@code
 * permitted-by} it is allowed where it is true.
 */
record Permit(Predicate predicate) implements SubjectRule {
  static final Kind KIND =
      new Kind(
          "permit",
          SubjectKind.WRITTEN,
          "always: it forbids nothing, and is there for `permitted-by`",
          List.of(),
          """
          over: placement
          permit: component == "compute"
          """,
          (value, wording) -> wording.compile(value, "'permit'").map(Permit::new));

  @Override
  public List<Predicate> predicates() {
    return List.of(predicate);
  }

  @Override
  public Truth holds(Facts subject) {
    return Truth.TRUE;
  }

  @Override
  public Verdict kept(Facts subject) {
    return predicate.test(subject) == Truth.TRUE
        ? new Verdict.Satisfied("permits " + predicate.text())
        : new Verdict.NotApplicable("permits only " + predicate.text());
  }

  @Override
  public String reason(Facts subject) {
    return "permits " + predicate.text();
  }

  @Override
  public List<String> missing(Facts subject) {
    return predicate.missing(subject);
  }
}
