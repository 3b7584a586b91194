package situs.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import situs.catalog.Catalog;
import situs.model.InstanceType;
import situs.model.Price;
import situs.model.Purchase;
import situs.model.RegionId;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;
import situs.stats.RandomStream;
import situs.stats.Streams;

/**
 * A generated scenario of many workloads: model pools of one 70B model, some with agents that call
 * them. Prices, round trips and tariffs are the catalogue's; demand, counts and clauses are drawn.
 *
 * @param workloads model pools
 * @param options offers with accelerators
 * @param origins from which each workload is called
 * @param agentsEvery so many-th workload is called by agents too; 0 for none
 */
public record ManyWorkloads(int workloads, int options, int origins, int agentsEvery) {
  private static final Set<String> ACCELERATORS =
      Set.of("A100-SXM-80GB", "H100-SXM", "H200-SXM", "B200");
  private static final Set<String> RUNTIMES = Set.of("D16s_v5", "m7i.4xlarge");
  private static final List<String> METROS =
      List.of(
          "New York",
          "Chicago",
          "Dallas",
          "Los Angeles",
          "London",
          "Frankfurt",
          "Paris",
          "Tokyo",
          "Singapore",
          "Sydney",
          "Sao Paulo",
          "Bangalore");

  /** Calls a second at the peak of a workload, at the least and at the most. */
  private static final double LEAST_RATE = 2;

  private static final double MOST_RATE = 40;

  /** Instances that there are for each call a second: a quarter more than H100 take. */
  private static final double INSTANCES_A_CALL = 0.2;

  /** Where a workload may go depends on the last digit of its number. */
  private static final String CONTRACT =
      """
      contract: bench
      title: Clauses of a benchmark (invented)
      parties: [Customer, Provider]
      clauses:
        on-azure:
          text: Every tenth workload stays with one provider.
          cite: invented for this benchmark
          status: assumed
          binds: Provider
          over: placement
          when: workload.name.endsWith("1")
          require: placement.provider == "azure"
        on-aws:
          text: Every tenth stays with another.
          cite: invented for this benchmark
          status: assumed
          binds: Provider
          over: placement
          when: workload.name.endsWith("2")
          require: placement.provider == "aws"
        at-home:
          text: European customers of every fifth are answered in Europe.
          cite: invented for this benchmark
          status: assumed
          binds: Provider
          over: route
          when: >-
            (workload.name.endsWith("3") || workload.name.endsWith("4"))
            && customer.geography == "europe"
          require: target.geography == "europe"
      """;

  /** Reads it by way of a temporary folder, as any scenario. */
  public LoadedScenario scenario() {
    try {
      Path folder = Files.createTempDirectory("situs-bench");
      Path scenario = folder.resolve("bench.yaml");
      Path contract = folder.resolve("contract.yaml");
      try {
        Files.writeString(scenario, yaml());
        Files.writeString(contract, CONTRACT);
        return ScenarioFile.read(scenario).get(0);
      } finally {
        Files.deleteIfExists(scenario);
        Files.deleteIfExists(contract);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String yaml() {
    RandomStream random = new Streams(1, 1).of("optimiser bench");
    StringBuilder yaml =
        new StringBuilder(
            """
            situs: 1
            name: bench
            question: How long does the optimum take?
            starts: 2026-06-01
            duration: 24 h
            seed: 1
            replications: 1
            strategies: [optimal]
            contracts: [contract.yaml]
            datacenters:
            """);
    datacenters(yaml, random);
    yaml.append("workloads:\n");
    for (int i = 0; i < workloads; i++) {
      model(yaml, i, random);
      if (agentsEvery > 0 && i % agentsEvery == 0) {
        agents(yaml, i, random);
      }
    }
    return yaml.toString();
  }

  private void datacenters(StringBuilder yaml, RandomStream random) {
    Catalog catalog = Catalog.standard();
    List<Price> offers = new ArrayList<>(offers(catalog, ACCELERATORS, Set.of()));
    while (offers.size() > options) {
      offers.remove(random.nextInt(offers.size()));
    }
    double mean = INSTANCES_A_CALL * workloads * (LEAST_RATE + MOST_RATE) / 2 / options;
    Set<RegionId> regions = new TreeSet<>(Comparator.comparing(RegionId::toString));
    offers.forEach(o -> regions.add(o.region()));
    List<Price> runtimes = offers(catalog, Set.of(), RUNTIMES);
    for (RegionId region : regions) {
      yaml.append("  ").append(region).append(":\n");
      for (Price offer : offers) {
        if (offer.region().equals(region)) {
          long count = 1 + Math.round(mean * (0.5 + random.nextDouble()));
          line(yaml, "    %s: %d", offer.instanceType(), count);
        }
      }
      for (Price runtime : runtimes) {
        if (runtime.region().equals(region)) {
          line(yaml, "    %s: %d", runtime.instanceType(), 40);
        }
      }
    }
  }

  private static List<Price> offers(Catalog catalog, Set<String> accelerators, Set<String> types) {
    return catalog.prices().stream()
        .filter(p -> p.purchase() == Purchase.ON_DEMAND)
        .filter(
            p ->
                types.contains(p.instanceType())
                    || catalog
                        .instanceType(p.region().provider(), p.instanceType())
                        .filter(t -> t.accelerators() == 8)
                        .flatMap(InstanceType::accelerator)
                        .filter(a -> accelerators.contains(a.name()))
                        .isPresent())
        .toList();
  }

  private void model(StringBuilder yaml, int number, RandomStream random) {
    line(yaml, "  model-%d:", number);
    yaml.append(
        """
            kind: model
            model: Llama-3.1-70B
            weights: bfloat16
            parallel: 8
            channel: {seller: bench}
            tokens: {prompt: {median: 1020, p90: 2734, max: 16000}, output: {median: 129, p90: 424, max: 4000}}
            demand:
        """);
    double rate = LEAST_RATE + (MOST_RATE - LEAST_RATE) * random.nextDouble();
    int first = random.nextInt(METROS.size());
    for (int o = 0; o < origins; o++) {
      // Five steps on: an origin of each continent.
      String metro = METROS.get((first + 5 * o) % METROS.size());
      line(yaml, "      %s: {rate: %.3f/s}", metro, rate / origins);
    }
  }

  /** Agents of the length that was measured on coding agents; see frontier-dispute. */
  private void agents(StringBuilder yaml, int number, RandomStream random) {
    line(yaml, "  agents-%d:", number);
    line(yaml, "    kind: frontier");
    line(yaml, "    calls: model-%d", number);
    yaml.append(
        """
            channel: {seller: bench}
            session: {turns: 9, steps-per-turn: 8, context: 60000, append: 870, output: 220, cache-hit: 0.958, tool-time: {median: 0.3 s, p90: 13.6 s, max: 10 min}, think-time: {median: 84 s, p90: 1236 s, max: 2 h}, state: client, state-size: 0.5 GiB}
            runtime: {instance-share: 0.5 vCPU, memory: 1 GiB}
            demand:
        """);
    int first = random.nextInt(METROS.size());
    for (int o = 0; o < origins; o++) {
      String metro = METROS.get((first + 5 * o) % METROS.size());
      line(yaml, "      %s: {rate: %.3f/h}", metro, (20 + 80 * random.nextDouble()) / origins);
    }
  }

  private static void line(StringBuilder yaml, String format, Object... values) {
    yaml.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
