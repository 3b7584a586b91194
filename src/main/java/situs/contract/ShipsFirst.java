package situs.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.document.MapReader;
import situs.document.Node;

/**
 * {@code ships-first: {on: azure, unless: CEL}}: a product is not offered elsewhere before the
 * holder offers it. When a workload was first offered where is a circumstance; a workload of which
 * none at all is stated is no new product.
 *
 * @param on the holder
 * @param lead how much earlier it must be there
 * @param unless what sets the holder's precedence aside
 */
record ShipsFirst(String on, Duration lead, Optional<Predicate> unless) implements SubjectRule {
  static final Kind KIND =
      new Kind(
          "ships-first",
          List.of(SubjectKind.PLACEMENT, SubjectKind.ROUTE),
          "the holder had the product before, or the exception holds (`circumstances: releases`)."
              + " A workload of which no release is stated is no new product; of one of which some is,"
              + " those of the holder and of the provider in question must be known",
          List.of(
              "on: the holder, a provider",
              "lead: how long before, `30 d`; without, 0",
              "unless: condition, when the holder cannot, or chooses not to, have it"),
          """
          over: placement
          ships-first: {on: azure, lead: 30 d}
          """,
          ShipsFirst::read);

  private static final String RELEASED = "released.";

  private static Optional<ShipsFirst> read(Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'ships-first'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<String> on = keys.requiredText("on", "azure");
    Duration lead = keys.duration("lead").orElse(Duration.ZERO);
    Optional<Predicate> unless =
        keys.node("unless").flatMap(node -> wording.compile(node, "'unless'"));
    keys.done();
    return on.map(o -> new ShipsFirst(o, lead, unless));
  }

  /** Seconds since a subject's workload was first offered by a provider; negative before. */
  static String fact(Object provider) {
    return RELEASED + provider;
  }

  @Override
  public List<String> facts(SubjectKind over) {
    return List.of(Facts.providerFact(over));
  }

  @Override
  public boolean asksBeside() {
    return true;
  }

  @Override
  public List<Predicate> predicates() {
    return unless.stream().toList();
  }

  @Override
  public Truth holds(Facts subject) {
    Optional<Object> provider = subject.value(subject.providerFact());
    if (provider.isEmpty()) {
      return Truth.UNKNOWN;
    }
    if (provider.get().equals(on) || !isNewProduct(subject)) {
      return Truth.TRUE;
    }
    return before(subject.seconds(fact(on)), subject.seconds(fact(provider.get())))
        .or(unless.map(u -> u.test(subject)).orElse(Truth.FALSE));
  }

  /** Whether the holder had it so much earlier. */
  private Truth before(Optional<Double> there, Optional<Double> here) {
    return there
        .flatMap(t -> here.map(h -> Truth.of(t >= h + lead.getSeconds())))
        .orElse(Truth.UNKNOWN);
  }

  /** A product of which it is stated when some provider first had it. */
  private static boolean isNewProduct(Facts subject) {
    return subject.values().keySet().stream().anyMatch(name -> name.startsWith(RELEASED));
  }

  @Override
  public String reason(Facts subject) {
    Optional<Object> here = subject.value(subject.providerFact());
    return "ships first on %s%s; %s is \"%s\"%s%s"
        .formatted(
            on,
            lead.isZero() ? "" : ", " + Days.words(lead.getSeconds()) + " before",
            subject.providerFact(),
            here.orElse("?"),
            offered(subject, here.map(List::of).orElse(List.of())),
            unless.map(u -> "; and not (" + u.text() + ")").orElse(""));
  }

  /** {@code , offered on aws 10 days before, on azure never}, as far as it is known. */
  private String offered(Facts subject, List<Object> here) {
    List<String> dates =
        Stream.concat(here.stream(), Stream.of(on))
            .flatMap(
                who ->
                    subject.seconds(fact(who)).stream()
                        .map(since -> "on " + who + " " + Days.when(since)))
            .toList();
    return dates.isEmpty() ? "" : ", offered " + String.join(", ", dates);
  }

  @Override
  public List<String> missing(Facts subject) {
    Stream<String> asked =
        Stream.concat(
            Stream.of(subject.providerFact(), fact(on)),
            subject.value(subject.providerFact()).map(ShipsFirst::fact).stream());
    List<String> exception = unless.map(u -> u.missing(subject)).orElse(List.of());
    return Stream.concat(subject.without(asked.toArray(String[]::new)).stream(), exception.stream())
        .toList();
  }
}
