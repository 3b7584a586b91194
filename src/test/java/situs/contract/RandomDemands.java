package situs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import situs.contract.Draft.Word;

/**
 * Random conditions and demands over one kind of subject.
 *
 * @param words that conditions may use
 * @param flags terms and events
 * @param permissions clauses to which a demand may leave a subject
 */
record RandomDemands(
    Random random,
    SubjectKind over,
    List<Word> words,
    List<String> flags,
    List<String> permissions) {

  Optional<Condition> maybe() {
    return random.nextBoolean() ? Optional.of(condition(2)) : Optional.empty();
  }

  Condition condition(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(6)) {
      case 1 -> new Condition.Not(condition(depth - 1));
      case 2 -> new Condition.Both(condition(depth - 1), condition(depth - 1));
      case 3 -> new Condition.Either(condition(depth - 1), condition(depth - 1));
      case 4 -> words.isEmpty() ? is() : new Condition.Said(one(words));
      default -> leaf();
    };
  }

  private Condition leaf() {
    int kind = random.nextInt(over == SubjectKind.ROUTE ? 10 : 5);
    return switch (kind) {
      case 0 -> among();
      case 1 -> flags.isEmpty() ? is() : new Condition.Flag(one(flags));
      case 5 -> new Condition.Same("source.provider", "target.provider");
      case 6 -> new Condition.InChain(provider());
      case 7 -> new Condition.Station(1 + random.nextInt(2), provider());
      case 8, 9 -> new Condition.Stations(random.nextBoolean(), provider(), is());
      default -> is();
    };
  }

  Condition is() {
    String fact = one(List.copyOf(RandomFacts.of(over).keySet()));
    return new Condition.Is(fact, one(RandomFacts.of(over).get(fact)));
  }

  private Condition among() {
    String fact = one(List.copyOf(RandomFacts.of(over).keySet()));
    return new Condition.Among(fact, List.of(one(RandomFacts.of(over).get(fact)), "other"));
  }

  private String provider() {
    return random.nextBoolean() ? "a" : "b";
  }

  private <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  Demand demand() {
    return switch (random.nextInt(8)) {
      case 0 -> exclusive();
      case 1 -> residency();
      case 2 -> over == SubjectKind.ROUTE ? ends() : must();
      case 3, 4 -> permissions.isEmpty() ? must() : permittedBy();
      default -> must();
    };
  }

  private Demand must() {
    return new Demand.Must(random.nextBoolean(), condition(2));
  }

  private Demand permittedBy() {
    return new Demand.PermittedBy(random.nextBoolean() ? permissions : List.of(one(permissions)));
  }

  private Demand exclusive() {
    List<String> holders =
        random.nextBoolean() ? List.of(provider()) : List.of("other", provider());
    String host = over == SubjectKind.ROUTE ? "target.provider" : "placement.provider";
    return random.nextBoolean()
        ? new Demand.Exclusive("hosting", host, holders)
        : new Demand.Exclusive("distribution", "channel.seller", holders);
  }

  private Demand ends() {
    return new Demand.Ends(random.nextBoolean(), one(List.of("provider", "country", "geography")));
  }

  private Demand residency() {
    List<String> within =
        one(List.of(List.of("DE"), List.of("europe"), List.of("DE", "asia"), List.of("DE", "US")));
    List<String> of = new ArrayList<>(List.of("at-rest", "processing", "in-transit"));
    of.removeIf(what -> random.nextBoolean());
    // No route has data at rest, and no placement data in transit.
    String never = over == SubjectKind.ROUTE ? "at-rest" : "in-transit";
    boolean none = List.of(never).containsAll(of);
    return new Demand.Residency(over, within, none ? Set.of("processing") : Set.copyOf(of));
  }
}
