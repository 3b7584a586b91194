package situs.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import situs.contract.Draft.Amendment;
import situs.contract.Draft.Exempt;
import situs.contract.Draft.Point;
import situs.contract.Draft.Profile;
import situs.contract.Draft.Span;
import situs.contract.Draft.Term;
import situs.contract.Draft.Way;
import situs.contract.Draft.Word;

/** Random contracts, and cases to judge by them. */
final class RandomDrafts {
  static final int DAYS = 5;
  private static final List<SubjectKind> KINDS = List.of(SubjectKind.ROUTE, SubjectKind.PLACEMENT);
  private static final List<String> READINGS = List.of("r1", "r2");
  private static final List<String> EVENTS = List.of("gone", "won");

  /** Readings, parties and a profile, and one that no contract knows. */
  static final List<String> ASKED = List.of("r1", "r2", "Host", "Owner", "mixed", "another");

  private final Random random;
  private final List<String> parties;
  private final List<Word> words = new ArrayList<>();
  private final Map<String, Optional<Boolean>> terms = new LinkedHashMap<>();
  private final List<String> events;
  private final List<Term> permissions = new ArrayList<>();

  private RandomDrafts(Random random, String name) {
    this.random = random;
    this.parties = random.nextBoolean() ? List.of("Host", "Owner") : List.of();
    this.events = random.nextBoolean() ? EVENTS : List.of();
    if (random.nextBoolean()) {
      terms.put(name + "_open", Optional.empty());
      terms.put(name + "_settled", Optional.of(random.nextBoolean()));
    }
  }

  /** A contract of that name, which its terms have in theirs. */
  static Draft any(Random random, String name) {
    return new RandomDrafts(random, name).draft(name);
  }

  static SlowEvaluator.Case aCase(Random random) {
    SubjectKind kind = kind(random);
    Map<String, Integer> happened = new HashMap<>();
    EVENTS.forEach(
        event -> {
          if (random.nextInt(3) > 0) {
            happened.put(event, random.nextInt(DAYS));
          }
        });
    Map<String, Boolean> settled = new HashMap<>();
    Stream.of("one_open", "two_open")
        .filter(term -> random.nextBoolean())
        .forEach(term -> settled.put(term, random.nextBoolean()));
    SlowTime time = new SlowTime(random.nextInt(DAYS), happened);
    return new SlowEvaluator.Case(kind, RandomFacts.any(kind, random), time, settled);
  }

  /** Of four, three are routes, of which more can be said. */
  private static SubjectKind kind(Random random) {
    return KINDS.get(random.nextInt(4) / 3);
  }

  private Draft draft(String name) {
    for (String word : List.of("own", "far-off").subList(0, random.nextInt(3))) {
      words.add(word(word));
    }
    for (SubjectKind kind : KINDS) {
      if (random.nextInt(3) == 0) {
        permissions.add(permission("p-" + kind.word(), kind));
      }
    }
    List<Term> clauses = new ArrayList<>(permissions);
    for (int i = random.nextInt(2); i < 3; i++) {
      clauses.add(term("c" + i, span()));
    }
    List<Amendment> amendments = amendments(clauses);
    return new Draft(
        name, parties, profiles(clauses), terms, events, List.copyOf(words), clauses, amendments);
  }

  private RandomDemands made(SubjectKind over) {
    List<String> flags = new ArrayList<>(terms.keySet().stream().map(t -> "term." + t).toList());
    events.forEach(event -> flags.add("event." + event));
    return new RandomDemands(
        random,
        over,
        words.stream().filter(w -> w.over() == over).toList(),
        flags,
        permissions.stream().filter(p -> p.over() == over).map(Term::name).toList());
  }

  /** The second may use the first. */
  private Word word(String name) {
    SubjectKind over = kind(random);
    Map<String, Condition> readings = new LinkedHashMap<>();
    Map<String, List<String>> readers = new HashMap<>();
    for (String reading : READINGS) {
      if (random.nextBoolean()) {
        readings.put(reading, made(over).condition(1));
        readers.put(reading, readers());
      }
    }
    boolean base = readings.isEmpty() || random.nextBoolean();
    return new Word(
        name,
        over,
        base ? Optional.of(made(over).condition(1)) : Optional.empty(),
        readings,
        readers);
  }

  private List<String> readers() {
    return parties.stream().filter(party -> random.nextInt(3) == 0).toList();
  }

  /** Its exceptions only free. */
  private Term permission(String name, SubjectKind over) {
    RandomDemands made = made(over);
    Map<String, Way> ways = new LinkedHashMap<>();
    if (random.nextInt(3) == 0) {
      boolean never = random.nextInt(3) == 0;
      Optional<Demand> demand =
          never ? Optional.empty() : Optional.of(new Demand.Permit(made.condition(1)));
      ways.put("r2", new Way(Optional.empty(), demand, never, readers()));
    }
    List<Exempt> exempt =
        random.nextBoolean()
            ? List.of()
            : List.of(new Exempt("e", made.is(), span(), Optional.empty(), List.of()));
    Demand permit = new Demand.Permit(made.condition(1));
    return new Term(name, over, span(), made.maybe(), Optional.of(permit), ways, exempt);
  }

  private Term term(String name, Span inForce) {
    RandomDemands made = made(kind(random));
    Map<String, Way> ways = new LinkedHashMap<>();
    for (String reading : READINGS) {
      if (random.nextInt(3) == 0) {
        boolean never = random.nextInt(4) == 0;
        Optional<Demand> demand = never ? Optional.empty() : Optional.of(made.demand());
        ways.put(reading, new Way(made.maybe(), demand, never, readers()));
      }
    }
    Optional<Demand> demand =
        ways.isEmpty() || random.nextBoolean() ? Optional.of(made.demand()) : Optional.empty();
    return new Term(name, made.over(), inForce, made.maybe(), demand, ways, exempt(made, 2));
  }

  private List<Exempt> exempt(RandomDemands made, int depth) {
    List<Exempt> all = new ArrayList<>();
    int most = depth == 0 ? 0 : random.nextInt(depth + 1);
    for (int i = 0; i < most; i++) {
      Optional<Demand> instead =
          random.nextInt(3) == 0 ? Optional.of(made.demand()) : Optional.empty();
      all.add(new Exempt("e" + i, made.condition(1), span(), instead, exempt(made, depth - 1)));
    }
    return all;
  }

  /** The first day that it names comes before every other. */
  private Span span() {
    Optional<Point> from =
        random.nextInt(3) == 0 ? Optional.of(point(random.nextInt(2))) : Optional.empty();
    List<Point> until = new ArrayList<>();
    for (int i = random.nextInt(6); i < 2; i++) {
      until.add(point(2 + random.nextInt(DAYS)));
    }
    return new Span(from, until);
  }

  /** An amendment brings nothing that is in force before it. */
  private Span after(Point amended) {
    boolean begins = amended.event().isEmpty() && random.nextBoolean();
    int day = amended.day() + random.nextInt(2);
    return new Span(
        begins ? Optional.of(new Point(Optional.empty(), day)) : Optional.empty(),
        random.nextBoolean() ? List.of(point(day + 1 + random.nextInt(2))) : List.of());
  }

  private Point point(int day) {
    boolean waits = !events.isEmpty() && random.nextInt(3) == 0;
    return new Point(waits ? Optional.of(events.get(random.nextInt(2))) : Optional.empty(), day);
  }

  private Map<String, Profile> profiles(List<Term> clauses) {
    Map<String, String> picks = new LinkedHashMap<>();
    for (Draft.Rival rival :
        Stream.concat(words.stream(), clauses.stream()).map(Draft.Rival.class::cast).toList()) {
      if (!rival.named().isEmpty() && random.nextBoolean()) {
        picks.put(rival.name(), rival.named().get(random.nextInt(rival.named().size())));
      }
    }
    Optional<String> preset =
        random.nextBoolean() ? Optional.of(READINGS.get(random.nextInt(2))) : Optional.empty();
    return parties.isEmpty() ? Map.of() : Map.of("mixed", new Profile(preset, picks));
  }

  private List<Amendment> amendments(List<Term> clauses) {
    List<Amendment> all = new ArrayList<>();
    List<String> known = new ArrayList<>(clauses.stream().map(Term::name).toList());
    for (int i = random.nextInt(4); i < 2; i++) {
      Point from = point(random.nextInt(DAYS));
      List<Term> brings = random.nextBoolean() ? List.of(term("n" + i, after(from))) : List.of();
      String ended = known.get(random.nextInt(known.size()));
      boolean replaces = !brings.isEmpty() && random.nextBoolean();
      Map<String, Optional<Point>> suspends = new LinkedHashMap<>();
      if (random.nextBoolean()) {
        suspends.put(
            known.get(random.nextInt(known.size())),
            random.nextBoolean() ? Optional.of(point(random.nextInt(DAYS))) : Optional.empty());
      }
      all.add(
          new Amendment(
              "a" + i,
              from,
              replaces || random.nextBoolean() ? List.of() : List.of(ended),
              replaces ? Map.of(ended, brings.get(0).name()) : Map.of(),
              suspends,
              brings));
      brings.forEach(term -> known.add(term.name()));
    }
    return all;
  }
}
