package situs.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;

/**
 * {@code exclusive: {of: hosting, to: azure}}: nobody else hosts (the provider where a component
 * stands, or where a hop leads) or distributes (the channel's seller).
 */
record Exclusive(Of of, List<String> holders) implements SubjectRule {
  static final Kind KIND =
      new Kind(
          "exclusive",
          List.of(SubjectKind.PLACEMENT, SubjectKind.ROUTE),
          "hosting: the placement's provider, or that at the hop's end, is a holder; distribution:"
              + " the channel's seller is",
          List.of("of: `hosting` or `distribution`", "to: the holder, or a list"),
          """
          over: placement
          exclusive: {of: hosting, to: azure}
          """,
          Exclusive::read);

  /** What is held exclusively. */
  enum Of {
    HOSTING,
    DISTRIBUTION
  }

  static final Map<String, Of> WORDS =
      Map.of("hosting", Of.HOSTING, "distribution", Of.DISTRIBUTION);

  private static Optional<Exclusive> read(Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'exclusive'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    keys.requiredNode("of", "hosting");
    Optional<Of> of = keys.oneOf("of", WORDS.keySet()).map(WORDS::get);
    Optional<Node> to = keys.requiredNode("to", "azure");
    List<String> holders = to.map(node -> RuleKeys.words(node, keys)).orElse(List.of());
    keys.done();
    return of.filter(o -> !holders.isEmpty()).map(o -> new Exclusive(o, holders));
  }

  private String fact(Facts subject) {
    if (of == Of.DISTRIBUTION) {
      return "channel.seller";
    }
    return subject.providerFact();
  }

  @Override
  public List<String> facts(SubjectKind over) {
    return List.of("channel.seller", Facts.providerFact(over));
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
