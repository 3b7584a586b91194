package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.document.Document;
import situs.document.Issues;

/**
 * A product is first offered by the holder; when it was first offered where is stated, or unknown.
 */
class ShipsFirstTest {
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");

  private static Verdict verdict(String rule, Map<String, Optional<Instant>> releases) {
    Issues issues = new Issues();
    String text =
        """
        contract: c
        terms: {cannot: open}
        clauses:
          first: {text: t, cite: s, over: placement, ships-first: %s}
        """
            .formatted(rule);
    Contract contract =
        Document.parse("c.yaml", text, issues)
            .flatMap(r -> ContractFile.of(r, issues))
            .orElseThrow();
    Circumstances known =
        new Circumstances(
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of("api", releases),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    Facts onAws =
        new Facts(
            SubjectKind.PLACEMENT, Map.of("workload.name", "api", "placement.provider", "aws"));
    return new Contracts(List.of(contract), known).judge(onAws, NOW).get(0).verdict();
  }

  private static Optional<Instant> day(String date) {
    return date.equals("never")
        ? Optional.empty()
        : Optional.of(Instant.parse(date + "T00:00:00Z"));
  }

  @ParameterizedTest(name = "azure {0}, aws {1}: {2}")
  @CsvSource({
    "2026-01-01, 2026-02-01, kept",
    "2026-02-01, 2026-01-01, forbidden",
    "never, 2026-01-01, forbidden",
    // On aws it is first offered today, or later: 30 days are met by 2026-02-16.
    "2026-02-16, 2026-03-18, kept",
    "2026-02-17, 2026-03-18, forbidden",
  })
  void theHolderHasItSoMuchEarlier(String azure, String aws, String word) {
    String rule = azure.startsWith("2026-02-1") ? "{on: azure, lead: 30 d}" : "{on: azure}";
    assertThat(verdict(rule, Map.of("azure", day(azure), "aws", day(aws))).word()).isEqualTo(word);
  }

  @Test
  void aReleaseThatIsNotStatedIsUnknownAndNamed() {
    // First offered by azure next June; by aws nobody says, and there it runs in March.
    assertThat(verdict("{on: azure}", Map.of("azure", day("2026-06-01"))))
        .isEqualTo(new Verdict.Undetermined("released.aws", "cannot be told without released.aws"));
    assertThat(verdict("{on: azure}", Map.of("aws", day("2026-01-01"))))
        .isEqualTo(
            new Verdict.Undetermined("released.azure", "cannot be told without released.azure"));
    assertThat(verdict("{on: azure, unless: term.cannot}", Map.of("gcp", day("2026-01-01"))))
        .extracting(v -> ((Verdict.Undetermined) v).fact())
        .isEqualTo("released.azure, released.aws, term.cannot");
  }

  @Test
  void aWorkloadOfWhichNoReleaseIsStatedIsNoNewProduct() {
    assertThat(verdict("{on: azure}", Map.of())).isInstanceOf(Verdict.Satisfied.class);
  }
}
