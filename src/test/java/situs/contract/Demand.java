package situs.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a clause demands, as a value: how it is written, and whether it may be kept. */
sealed interface Demand {
  /** Key and value in YAML. */
  String text();

  Set<Boolean> may(Condition.World world);

  /** What it looks at of a subject by itself. */
  default List<String> asks() {
    return List.of();
  }

  default Stream<Condition> conditions() {
    return Stream.empty();
  }

  /** Require, or forbid. */
  record Must(boolean require, Condition condition) implements Demand {
    @Override
    public String text() {
      return (require ? "require: '" : "forbid: '") + condition.text() + "'";
    }

    @Override
    public Set<Boolean> may(Condition.World world) {
      Set<Boolean> holds = condition.may(world);
      return require ? holds : Possible.not(holds);
    }

    @Override
    public Stream<Condition> conditions() {
      return Stream.of(condition);
    }
  }

  /** Here whether it permits: it is kept either way. */
  record Permit(Condition condition) implements Demand {
    @Override
    public String text() {
      return "permit: '" + condition.text() + "'";
    }

    @Override
    public Set<Boolean> may(Condition.World world) {
      return condition.may(world);
    }

    @Override
    public Stream<Condition> conditions() {
      return Stream.of(condition);
    }
  }

  record PermittedBy(List<String> clauses) implements Demand {
    @Override
    public String text() {
      return "permitted-by: " + clauses;
    }

    @Override
    public Set<Boolean> may(Condition.World world) {
      return clauses.stream().map(world::permits).reduce(Set.of(false), Possible::or);
    }

    @Override
    public List<String> asks() {
      return clauses.stream().map(clause -> "permit." + clause).toList();
    }
  }

  /**
   * One of a list has it.
   *
   * @param fact that says who has it
   */
  record Exclusive(String of, String fact, List<String> holders) implements Demand {
    @Override
    public String text() {
      return "exclusive: {of: " + of + ", to: " + holders + "}";
    }

    @Override
    public Set<Boolean> may(Condition.World world) {
      return new Condition.Among(fact, holders).may(world);
    }

    @Override
    public List<String> asks() {
      return List.of(fact);
    }
  }

  /** Both ends of a hop are alike in something, or differ; a client's end is nobody's choice. */
  record Ends(boolean together, String in) implements Demand {
    @Override
    public String text() {
      return (together ? "colocation" : "separation") + ": {in: " + in + "}";
    }

    @Override
    public Set<Boolean> may(Condition.World world) {
      Set<Boolean> same = new Condition.Same("source." + in, "target." + in).may(world);
      Set<Boolean> fromClient = new Condition.Is("hop.from", "client").may(world);
      return Possible.or(fromClient, together ? same : Possible.not(same));
    }

    @Override
    public List<String> asks() {
      return List.of("hop.from", "source." + in, "target." + in);
    }
  }

  /** Every place that counts is within; where its part in the matter is unknown, all are tried. */
  record Residency(SubjectKind over, List<String> within, Set<String> of) implements Demand {
    @Override
    public String text() {
      return "residency: {within: " + within + ", of: " + of + "}";
    }

    private String role() {
      return over == SubjectKind.PLACEMENT ? "component" : "hop.from";
    }

    @Override
    public Set<Boolean> may(Condition.World world) {
      Optional<Object> role = world.fact(role());
      List<String> all =
          over == SubjectKind.PLACEMENT ? List.of("state", "model") : List.of("client", "runtime");
      Set<Boolean> may = new HashSet<>();
      for (String one : role.map(Object::toString).map(List::of).orElse(all)) {
        may.addAll(
            places(one).stream()
                .map(place -> inside(world, place))
                .reduce(Set.of(true), Possible::and));
      }
      return may;
    }

    private List<String> places(String role) {
      List<String> places = new ArrayList<>();
      if (over == SubjectKind.PLACEMENT) {
        if (of.contains(role.equals("state") ? "at-rest" : "processing")) {
          places.add("placement");
        }
        return places;
      }
      if (of.contains("in-transit") && !role.equals("client")) {
        places.add("source");
      }
      if (of.contains("in-transit") || of.contains("processing")) {
        places.add("target");
      }
      return places;
    }

    /** Codes of countries are in capitals; a continent that is not asked for decides nothing. */
    private Set<Boolean> inside(Condition.World world, String place) {
      List<String> codes = within.stream().filter(w -> w.equals(w.toUpperCase())).toList();
      List<String> continents = within.stream().filter(w -> !codes.contains(w)).toList();
      Set<Boolean> inside = Set.of(false);
      if (!codes.isEmpty()) {
        inside = new Condition.Among(place + ".country", codes).may(world);
      }
      return continents.isEmpty()
          ? inside
          : Possible.or(inside, new Condition.Among(place + ".geography", continents).may(world));
    }

    @Override
    public List<String> asks() {
      List<String> asks = new ArrayList<>(List.of(role()));
      for (String place :
          over == SubjectKind.PLACEMENT ? List.of("placement") : List.of("source", "target")) {
        asks.addAll(List.of(place + ".country", place + ".geography"));
      }
      return asks;
    }
  }
}
