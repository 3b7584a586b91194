package situs.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition as a value: how it is written, and what it may be in a world. */
sealed interface Condition {

  /** What is known, and what words are taken to mean. */
  interface World {
    Optional<Object> fact(String name);

    Condition meaning(Draft.Word word);

    /** Whether a clause permits the subject. */
    Set<Boolean> permits(String clause);
  }

  String text();

  Set<Boolean> may(World world);

  /** Facts that it asks for itself. */
  default List<String> asks() {
    return List.of();
  }

  default List<Condition> parts() {
    return List.of();
  }

  /** It and all in it, with its words as the world has them. */
  default Stream<Condition> all(World world) {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(p -> p.all(world)));
  }

  /** Words in it, and words in these. */
  default Stream<Draft.Word> words() {
    return parts().stream().flatMap(Condition::words);
  }

  private static Set<Boolean> of(World world, String fact, Function<Object, Boolean> test) {
    return world.fact(fact).map(test).map(Set::of).orElse(Possible.EITHER);
  }

  static String list(List<String> values) {
    return values.stream().map(v -> '"' + v + '"').collect(Collectors.joining(", ", "[", "]"));
  }

  record Is(String fact, String value) implements Condition {
    @Override
    public String text() {
      return fact + " == \"" + value + "\"";
    }

    @Override
    public Set<Boolean> may(World world) {
      return of(world, fact, value::equals);
    }

    @Override
    public List<String> asks() {
      return List.of(fact);
    }
  }

  record Among(String fact, List<String> values) implements Condition {
    @Override
    public String text() {
      return fact + " in " + list(values);
    }

    @Override
    public Set<Boolean> may(World world) {
      return of(world, fact, values::contains);
    }

    @Override
    public List<String> asks() {
      return List.of(fact);
    }
  }

  record Same(String fact, String other) implements Condition {
    @Override
    public String text() {
      return fact + " == " + other;
    }

    @Override
    public Set<Boolean> may(World world) {
      return world
          .fact(fact)
          .flatMap(one -> world.fact(other).map(one::equals))
          .map(Set::of)
          .orElse(Possible.EITHER);
    }

    @Override
    public List<String> asks() {
      return List.of(fact, other);
    }
  }

  /** A term or an event. */
  record Flag(String fact) implements Condition {
    @Override
    public String text() {
      return fact;
    }

    @Override
    public Set<Boolean> may(World world) {
      return of(world, fact, Boolean.TRUE::equals);
    }

    @Override
    public List<String> asks() {
      return List.of(fact);
    }
  }

  record InChain(String provider) implements Condition {
    @Override
    public String text() {
      return "\"" + provider + "\" in chain";
    }

    @Override
    public Set<Boolean> may(World world) {
      return of(world, "chain", chain -> ((List<?>) chain).contains(provider));
    }

    @Override
    public List<String> asks() {
      return List.of("chain");
    }
  }

  /** Of a chain too short it has no value, and may be either. */
  record Station(int index, String provider) implements Condition {
    @Override
    public String text() {
      return "chain[" + index + "] == \"" + provider + "\"";
    }

    @Override
    public Set<Boolean> may(World world) {
      return world
          .fact("chain")
          .map(chain -> (List<?>) chain)
          .filter(chain -> chain.size() > index)
          .map(chain -> Set.of(chain.get(index).equals(provider)))
          .orElse(Possible.EITHER);
    }

    @Override
    public List<String> asks() {
      return List.of("chain");
    }
  }

  /** Some station is that provider's, and something else holds; or: every one, or it does not. */
  record Stations(boolean all, String provider, Condition also) implements Condition {
    @Override
    public String text() {
      return all
          ? "chain.all(p, p != \"" + provider + "\" || (" + also.text() + "))"
          : "chain.exists(p, p == \"" + provider + "\" && (" + also.text() + "))";
    }

    @Override
    public Set<Boolean> may(World world) {
      Optional<Object> chain = world.fact("chain");
      Set<Boolean> found = Set.of(all);
      for (Object station : (List<?>) chain.orElse(List.of())) {
        Set<Boolean> is = Set.of(station.equals(provider));
        found =
            all
                ? Possible.and(found, Possible.or(Possible.not(is), also.may(world)))
                : Possible.or(found, Possible.and(is, also.may(world)));
      }
      return chain.isPresent() ? found : Possible.EITHER;
    }

    @Override
    public List<String> asks() {
      return List.of("chain");
    }

    @Override
    public List<Condition> parts() {
      return List.of(also);
    }
  }

  record Not(Condition inner) implements Condition {
    @Override
    public String text() {
      return inner instanceof Is is
          ? is.fact() + " != \"" + is.value() + "\""
          : "!(" + inner.text() + ")";
    }

    @Override
    public Set<Boolean> may(World world) {
      return Possible.not(inner.may(world));
    }

    @Override
    public List<Condition> parts() {
      return List.of(inner);
    }
  }

  record Both(Condition left, Condition right) implements Condition {
    @Override
    public String text() {
      return "(" + left.text() + ") && (" + right.text() + ")";
    }

    @Override
    public Set<Boolean> may(World world) {
      return Possible.and(left.may(world), right.may(world));
    }

    @Override
    public List<Condition> parts() {
      return List.of(left, right);
    }
  }

  record Either(Condition left, Condition right) implements Condition {
    @Override
    public String text() {
      return "(" + left.text() + ") || (" + right.text() + ")";
    }

    @Override
    public Set<Boolean> may(World world) {
      return Possible.or(left.may(world), right.may(world));
    }

    @Override
    public List<Condition> parts() {
      return List.of(left, right);
    }
  }

  record Said(Draft.Word word) implements Condition {
    @Override
    public String text() {
      return "word." + word.name().replace('-', '_');
    }

    @Override
    public Set<Boolean> may(World world) {
      return world.meaning(word).may(world);
    }

    @Override
    public Stream<Condition> all(World world) {
      return world.meaning(word).all(world);
    }

    @Override
    public Stream<Draft.Word> words() {
      return Stream.concat(Stream.of(word), word.meanings().flatMap(Condition::words));
    }
  }
}
