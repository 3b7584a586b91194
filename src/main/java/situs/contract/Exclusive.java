package situs.contract;

import java.util.List;
import java.util.Map;

/**
 * {@code exclusive: {of: hosting, to: azure}}: nobody else hosts (the provider where a component
 * stands, or where a hop leads) or distributes (the channel's seller).
 */
record Exclusive(Of of, List<String> holders) implements Rule {

  /** What is held exclusively. */
  enum Of {
    HOSTING,
    DISTRIBUTION
  }

  static final Map<String, Of> WORDS =
      Map.of("hosting", Of.HOSTING, "distribution", Of.DISTRIBUTION);

  private String fact(Facts subject) {
    if (of == Of.DISTRIBUTION) {
      return "channel.seller";
    }
    return subject.kind() == SubjectKind.PLACEMENT ? "placement.provider" : "target.provider";
  }

  @Override
  public Truth holds(Facts subject) {
    Object value = subject.values().get(fact(subject));
    return value == null ? Truth.UNKNOWN : Truth.of(holders.contains(value));
  }

  @Override
  public String reason(Facts subject) {
    String fact = fact(subject);
    String what = of == Of.HOSTING ? "hosting" : "distribution";
    return "%s is exclusive to %s; %s is \"%s\""
        .formatted(what, String.join(" or ", holders), fact, subject.values().get(fact));
  }

  @Override
  public List<String> missing(Facts subject) {
    return subject.values().containsKey(fact(subject)) ? List.of() : List.of(fact(subject));
  }
}
