package situs.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.document.MapReader;
import situs.document.Node;

/**
 * {@code first-refusal: {to: azure, answer: 10 d}}: nothing goes elsewhere while the holder has
 * room, unless the holder takes longer to say so than it may. Of a placement, room is capacity that
 * the scenario could rent of the holder and did not; of a route, an open pool of the holder at the
 * very moment.
 *
 * @param answer how long the holder may take; empty: its room alone counts
 */
record FirstRefusal(List<String> to, Optional<Duration> answer) implements SubjectRule {
  static final Kind KIND =
      new Kind(
          "first-refusal",
          List.of(SubjectKind.PLACEMENT, SubjectKind.ROUTE),
          "the holder has it, or had no room, or let its time to answer pass",
          List.of(
              "to: the holder, a provider, or a list",
              "answer: how long the holder may take to say that it has room; how long it takes is a"
                  + " circumstance (`answers`). Without, its room alone counts"),
          """
          over: route
          when: hop.to == "model"
          first-refusal: {to: azure}
          """,
          FirstRefusal::read);

  /** Providers that had room, of those that a clause asks for. */
  static final String ROOM = "room";

  FirstRefusal {
    to = List.copyOf(to);
  }

  private static Optional<FirstRefusal> read(Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'first-refusal'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    List<String> to =
        keys.requiredNode("to", "azure").map(n -> RuleKeys.words(n, keys)).orElse(List.of());
    Optional<Duration> answer = keys.duration("answer");
    keys.done();
    return Optional.of(new FirstRefusal(to, answer)).filter(r -> !to.isEmpty());
  }

  /** How long a provider takes to answer, seconds. */
  static String fact(String provider) {
    return "answers." + provider;
  }

  @Override
  public List<String> facts(SubjectKind over) {
    return List.of(Facts.providerFact(over), ROOM);
  }

  @Override
  public boolean asksBeside() {
    return true;
  }

  @Override
  public boolean needsRun() {
    return true;
  }

  @Override
  public Truth holds(Facts subject) {
    Optional<Object> provider = subject.value(subject.providerFact());
    if (provider.filter(to::contains).isPresent()) {
      return Truth.TRUE;
    }
    if (provider.isEmpty() || !(subject.values().get(ROOM) instanceof List<?> room)) {
      return Truth.UNKNOWN;
    }
    return to.stream()
        .filter(room::contains)
        .map(holder -> late(subject, holder))
        .reduce(Truth.TRUE, Truth::and);
  }

  /** Whether a holder takes longer than it may. */
  private Truth late(Facts subject, String holder) {
    if (answer.isEmpty()) {
      return Truth.FALSE;
    }
    return subject
        .seconds(fact(holder))
        .map(takes -> Truth.of(takes > answer.get().getSeconds()))
        .orElse(Truth.UNKNOWN);
  }

  @Override
  public String reason(Facts subject) {
    return "first refusal of %s; %s is \"%s\" while %s had room%s"
        .formatted(
            String.join(" or ", to),
            subject.providerFact(),
            subject.value(subject.providerFact()).orElse("?"),
            subject.value(ROOM).orElse("?"),
            answer.map(may -> answers(subject, may)).orElse(""));
  }

  /** {@code ; azure takes 9 days to answer, of 10 days}. */
  private String answers(Facts subject, Duration may) {
    return to.stream()
        .flatMap(
            holder ->
                subject.seconds(fact(holder)).stream()
                    .map(takes -> "; %s takes %s to answer".formatted(holder, Days.words(takes))))
        .collect(Collectors.joining("", "", " and may take " + Days.words(may.getSeconds())));
  }

  @Override
  public List<String> missing(Facts subject) {
    List<String> own = subject.without(subject.providerFact(), ROOM);
    return own.isEmpty()
        ? subject.without(to.stream().map(FirstRefusal::fact).toArray(String[]::new))
        : own;
  }
}
