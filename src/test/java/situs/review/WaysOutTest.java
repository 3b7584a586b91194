package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judgement;
import situs.contract.SubjectKind;
import situs.model.Datacenter;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Stop;
import situs.placement.Cheapest;

/** The hop from agents to their model, with every change that there is tried one by one. */
class WaysOutTest {
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");
  private static final List<String> DATES = List.of("2026-06-01", "2027-01-01");
  private static final int MOST_CHANGES = 3;

  private static final Scenario SCENARIO =
      scenario(
          List.of(place("red/a", "1"), place("blue/b", "5"), place("green/c", "6")),
          List.of(
              model("api", OptionalInt.of(8), flat("Town", 3)),
              frontier("agents", "api", "other", flat("Town", 1))),
          profile("G", 8, 1));

  private static Datacenter place(String region, String usdPerHour) {
    return datacenter(
        region,
        offer(gpus("gpu8", "G", 8), usdPerHour, 9),
        offer(machine("cpu", 16), usdPerHour, 9));
  }

  private static final Reviewed HOP =
      Reviewed.of(SCENARIO, new Cheapest().place(SCENARIO, Contracts.NONE)).stream()
          .filter(part -> part.name().startsWith("agents: ") && part.name().endsWith("hop 1"))
          .findFirst()
          .orElseThrow();

  /** What is changed, and to what: {@code {seller=owner}}. */
  private record Change(TreeMap<String, String> to) {}

  private static String clause(SplittableRandom random, int number) {
    List<String> atoms = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String not = random.nextBoolean() ? "==" : "!=";
      atoms.add(
          switch (random.nextInt(4)) {
            case 0 -> "source.provider %s '%s'".formatted(not, provider(random));
            case 1 -> "target.provider %s '%s'".formatted(not, provider(random));
            case 2 -> "channel.seller %s 'other'".formatted(not);
            default -> "call.state %s 'stateless'".formatted(not);
          });
    }
    String force =
        random.nextInt(3) > 0
            ? ""
            : "    in-force: {%s: %s}\n"
                .formatted(random.nextBoolean() ? "until" : "from", DATES.get(random.nextInt(2)));
    return "  c%d:\n    text: t\n    cite: c\n    over: route\n%s    forbid: \"%s\"\n"
        .formatted(number, force, String.join(random.nextBoolean() ? " && " : " || ", atoms));
  }

  private static String provider(SplittableRandom random) {
    return List.of("red", "blue", "green").get(random.nextInt(3));
  }

  private static Contracts contracts(String clauses) {
    return ContractFixture.read("contract: t\nclauses:\n" + clauses);
  }

  @Test
  void theNearestChangesAreThoseOfAllThatThereAre() {
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder clauses = new StringBuilder();
      for (int i = 0; i <= 1 + random.nextInt(3); i++) {
        clauses.append(clause(random, i));
      }
      Contracts law = contracts(clauses.toString());
      if (isLawful(law, new Change(new TreeMap<>()))) {
        continue;
      }
      Set<Change> expected = nearest(law, clauses.toString());
      assertThat(found(law)).as("%s", clauses).isEqualTo(expected);
      sizes.merge(
          expected.stream().mapToInt(change -> change.to().size()).findFirst().orElse(0),
          1,
          Integer::sum);
    }
    // None, one, two and three changes all came up.
    assertThat(sizes.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  /** Another sells for the owner; what the owner sells itself is of the first party. */
  @Test
  void whatTheOwnerSellsIsFirstParty() {
    Contracts law =
        contracts(
            "  c:\n    text: t\n    cite: c\n    over: route\n"
                + "    require: \"channel.party == 'first'\"\n");
    assertThat(found(law)).containsExactly(new Change(new TreeMap<>(Map.of("seller", "owner"))));
  }

  private static Set<Change> found(Contracts law) {
    Set<Change> all = new HashSet<>();
    Judgement trouble =
        law.judge(HOP.facts(), NOW).stream()
            .filter(j -> j.verdict().objects() || j.verdict().isOpen())
            .findFirst()
            .orElseThrow();
    for (WayOut way : WaysOut.of(SCENARIO, law, HOP, List.of(), trouble, NOW)) {
      expand(way, 0, new TreeMap<>(), all);
    }
    return all;
  }

  private static void expand(WayOut way, int i, TreeMap<String, String> to, Set<Change> all) {
    if (i == way.what().size()) {
      all.add(new Change(new TreeMap<>(to)));
      return;
    }
    for (String value : way.to().get(i)) {
      to.put(way.what().get(i), value);
      expand(way, i + 1, to, all);
    }
    to.remove(way.what().get(i));
  }

  private static Set<Change> nearest(Contracts law, String clauses) {
    Set<Change> nearest = new HashSet<>();
    int least = MOST_CHANGES;
    for (Change change : all(clauses)) {
      int size = change.to().size();
      if (size >= 1 && size <= least && isLawful(law, change)) {
        if (size < least) {
          nearest.clear();
        }
        least = size;
        nearest.add(change);
      }
    }
    return nearest;
  }

  private static List<Change> all(String clauses) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Route route = HOP.route().orElseThrow();
    values.put("region of the runtime", regions(route.chain().get(1)));
    values.put("region of the model", regions(route.chain().get(2)));
    values.put("seller", List.of("owner"));
    values.put("state of the call", List.of("stateful"));
    values.put("law of a later date", DATES.stream().filter(clauses::contains).toList());
    List<Change> all = new ArrayList<>(List.of(new Change(new TreeMap<>())));
    values.forEach(
        (what, to) -> {
          for (Change change : List.copyOf(all)) {
            for (String value : to) {
              TreeMap<String, String> more = new TreeMap<>(change.to());
              more.put(what, value);
              all.add(new Change(more));
            }
          }
        });
    return all;
  }

  private static List<String> regions(Stop here) {
    return new TreeSet<>(List.of("red/a", "blue/b", "green/c"))
        .stream().filter(region -> !region.equals(here.place())).toList();
  }

  private static boolean isLawful(Contracts law, Change change) {
    Route old = HOP.route().orElseThrow();
    List<Stop> chain =
        List.of(
            old.chain().get(0),
            stop(
                "runtime",
                change.to().getOrDefault("region of the runtime", old.chain().get(1).place())),
            stop(
                "model",
                change.to().getOrDefault("region of the model", old.chain().get(2).place())));
    Map<String, Object> facts =
        new LinkedHashMap<>(
            Facts.of(
                    SCENARIO,
                    new Route(old.workload(), old.origin(), chain, old.hop(), old.cause()))
                .values());
    if (change.to().containsKey("seller")) {
      facts.put("channel.seller", "owner");
    }
    if (change.to().containsKey("state of the call")) {
      facts.put("call.state", "stateful");
    }
    String day = change.to().get("law of a later date");
    Instant at = day == null ? NOW : Instant.parse(day + "T00:00:00Z");
    return law.judge(new Facts(SubjectKind.ROUTE, facts), at).stream()
        .noneMatch(j -> j.verdict().objects() || j.verdict().isOpen());
  }

  private static Stop stop(String role, String region) {
    Region there =
        SCENARIO.datacenters().stream()
            .map(Datacenter::region)
            .filter(r -> r.id().toString().equals(region))
            .findFirst()
            .orElseThrow();
    return Stop.at(role, there);
  }
}
