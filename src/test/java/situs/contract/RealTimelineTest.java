package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import situs.Golden;
import situs.document.Issues;

/** Every architecture of the dispute through every regime, as the table of docs/case.md. */
class RealTimelineTest {
  private static final Path PAGE = Path.of("docs/case.md");
  private static final Map<String, Instant> REGIMES = new LinkedHashMap<>();

  static {
    REGIMES.put("R1", Instant.parse("2024-06-01T00:00:00Z"));
    REGIMES.put("R2", Instant.parse("2025-06-01T00:00:00Z"));
    REGIMES.put("R3", Instant.parse("2025-12-01T00:00:00Z"));
    REGIMES.put("R4", Instant.parse("2026-03-18T00:00:00Z"));
    REGIMES.put("R5", Instant.parse("2026-06-01T00:00:00Z"));
  }

  private final Contracts contracts =
      new Contracts(List.of(read("microsoft-openai"), read("amazon-openai")));

  private static Contract read(String name) {
    Issues issues = new Issues();
    var read = ContractFile.read(Path.of("scenarios/contracts", name + ".yaml"), issues);
    assertThat(issues.render()).isEmpty();
    return read.orElseThrow();
  }

  /**
   * An architecture.
   *
   * @param chain providers, the model's last
   * @param state of its calls; empty: disputed
   */
  private record Architecture(
      String name, String kind, String seller, String segment, List<String> chain, String state) {
    List<Facts> subjects() {
      List<Facts> subjects = new ArrayList<>();
      subjects.add(placed(kind.equals("training") ? "compute" : "model", chain.get(1)));
      if (chain.size() == 3) {
        subjects.set(0, placed("runtime", chain.get(1)));
      }
      if (!kind.equals("training")) {
        subjects.add(call());
      }
      return subjects;
    }

    private Facts placed(String component, String provider) {
      Map<String, Object> facts = new LinkedHashMap<>(common());
      facts.put("component", component);
      facts.put("placement.provider", provider);
      facts.put("placement.instance_type", "p5.48xlarge");
      return new Facts(SubjectKind.PLACEMENT, facts).withRoom(List.of("azure"));
    }

    private Facts call() {
      Map<String, Object> facts = new LinkedHashMap<>(common());
      facts.put("hop.from", chain.size() == 3 ? "runtime" : "client");
      facts.put("hop.to", "model");
      facts.put("target.provider", chain.get(chain.size() - 1));
      facts.put("chain", chain);
      if (!state.isEmpty()) {
        facts.put("call.state", state);
      }
      return new Facts(SubjectKind.ROUTE, facts);
    }

    private Map<String, Object> common() {
      return Map.of(
          "workload.name", kind,
          "workload.kind", kind,
          "channel.seller", seller,
          "channel.party", seller.equals("openai") ? "first" : "third",
          "customer.segment", segment,
          "owner", "openai");
    }
  }

  private static Architecture of(String name, String kind, String seller, String... chain) {
    List<String> whole = new ArrayList<>(List.of("client"));
    whole.addAll(List.of(chain));
    return new Architecture(name, kind, seller, "commercial", whole, "stateless");
  }

  private static final List<Architecture> ARCHITECTURES =
      List.of(
          of("Model on Azure, its API sold by OpenAI", "model", "openai", "azure"),
          of("Model on AWS, its API sold by OpenAI", "model", "openai", "aws"),
          new Architecture(
              "The same, to US national security",
              "model",
              "openai",
              "us-national-security",
              List.of("client", "aws"),
              "stateless"),
          of("Model on AWS, its API sold by AWS", "model", "aws", "aws"),
          of("Model on Azure, its API sold by Oracle", "model", "oracle", "azure"),
          of("Frontier and model on Azure, sold by OpenAI", "frontier", "openai", "azure", "azure"),
          of(
              "Frontier on AWS, model on Azure, sold by OpenAI",
              "frontier",
              "openai",
              "aws",
              "azure"),
          of("Frontier on AWS, model on Azure, sold by AWS", "frontier", "aws", "aws", "azure"),
          of("Frontier and model on AWS, sold by AWS", "frontier", "aws", "aws", "aws"),
          new Architecture(
              "The same inside the stateful runtime, call state disputed",
              "frontier",
              "aws",
              "commercial",
              List.of("client", "aws", "aws"),
              ""),
          of("Frontier and model on Azure, sold by AWS", "frontier", "aws", "azure", "azure"),
          of(
              "Frontier and model on Azure, sold by Microsoft",
              "frontier",
              "microsoft",
              "azure",
              "azure"),
          of("Frontier and model on Azure, sold by Oracle", "frontier", "oracle", "azure", "azure"),
          of("Training on AWS", "training", "openai", "aws"));

  private List<Timeline.Row> rows(List<Architecture> architectures) {
    List<Candidate> all =
        architectures.stream().map(a -> new Candidate(a.name(), a.subjects())).toList();
    return Timeline.of(contracts, all, List.copyOf(REGIMES.values()));
  }

  @Test
  void whatMayStandWhereUnderEachRegimeAndReading() throws IOException {
    StringBuilder table = new StringBuilder("\n| architecture | reading |");
    REGIMES.keySet().forEach(regime -> table.append(' ').append(regime).append(" |"));
    table.append("\n|---|---|---|---|---|---|---|\n");
    for (Timeline.Row row : rows(ARCHITECTURES)) {
      table.append("| ").append(row.candidate()).append(" | ").append(row.reading()).append(" |");
      row.answers().forEach(answer -> table.append(' ').append(answer.text()).append(" |"));
      table.append('\n');
    }
    Golden.section(PAGE, "timeline", table.append('\n').toString());
  }

  @Test
  void theDisputedArchitectureIsLawfulByTheLetterFromTheDayOfTheRestructuringOn() {
    List<Timeline.Row> disputed = rows(List.of(ARCHITECTURES.get(7)));
    assertThat(disputed).extracting(Timeline.Row::reading).containsExactly("letter", "spirit");
    assertThat(disputed.get(0).answers().stream().map(a -> a.kind().word()))
        .containsExactly("no", "no", "yes", "yes", "yes");
    assertThat(disputed.get(1).answers().stream().map(a -> a.kind().word()))
        .containsExactly("no", "no", "yes", "no", "yes");
  }
}
