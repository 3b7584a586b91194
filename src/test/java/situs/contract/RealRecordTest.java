package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.document.Issues;

/**
 * The record of the real case against our table of reported terms, whose ids stand in brackets:
 * what of it is in which term, since when and until when, whom it binds, and how sure it is.
 */
class RealRecordTest {
  private static final List<Contract> CONTRACTS =
      Stream.of("microsoft-openai", "amazon-openai")
          .map(name -> Path.of("scenarios/contracts", name + ".yaml"))
          .map(path -> ContractFile.read(path, new Issues()).orElseThrow())
          .toList();

  private static final List<Term> TERMS = Term.of(CONTRACTS);

  /** Until is the first day on which it is no more; what ends in a year ends with it. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "C01 | microsoft-openai | computing-partnership | 2019-07-22 | 2023-01-23 | OpenAI | reported | high | ''",
        "C02 | microsoft-openai | exclusive-licence | 2020-09-22 | 2026-04-27 | OpenAI | reported | medium | ''",
        "C03 | microsoft-openai | revenue-and-commercialisation | 2021-01-01 | 2025-01-21 | OpenAI | reported | medium | ''",
        "C04 | microsoft-openai | exclusive-cloud | 2023-01-23 | 2025-01-21 | OpenAI | reported | high | ''",
        "C05 | microsoft-openai | first-refusal-on-capacity | 2025-01-21 | 2025-10-28 | OpenAI | reported | high | ''",
        "C06 | microsoft-openai | api-on-azure | 2025-01-21 | 2025-10-28 | OpenAI | reported | high | ''",
        "C06 | microsoft-openai | api-sold-by-microsoft-and-openai | 2025-01-21 | 2025-10-28 | OpenAI | reported | high | ''",
        "C06 | microsoft-openai | api-sold-by-microsoft-and-openai-until-agi | 2025-10-28 | 2026-02-27 or agi-verified | OpenAI | reported | high | ''",
        "C07 | microsoft-openai | revenue-share | 2025-01-21 | 2026-04-27 | OpenAI | reported | medium | a fifth",
        "C07 | microsoft-openai | share-of-microsoft | 2025-01-21 | 2026-04-27 | Microsoft | reported | high | ''",
        "C08 | microsoft-openai | third-party-api-on-azure | 2025-10-28 | 2026-04-27 or agi-verified | OpenAI | reported | high | ''",
        "C09 | microsoft-openai | products-that-are-no-api | 2025-10-28 | 2026-04-27 | '' | reported | high | ''",
        "C10 | microsoft-openai | azure-purchases | 2025-10-28 | '' | OpenAI | published | high | 250 billion dollars",
        "C11 | microsoft-openai | restructuring-2025 | 2025-10-28 | '' | '' | published | high | ''",
        "C12 | microsoft-openai | api-on-azure-until-agi | 2025-10-28 | 2026-02-27 or agi-verified | OpenAI | reported | high | ''",
        "C12 | microsoft-openai | licence-through-2032 | 2025-10-28 | 2026-04-27 | OpenAI | reported | high | ''",
        "C13 | amazon-openai | aws-purchases | 2025-11-03 | 2032-11-03 | OpenAI | reported | high | 38 billion dollars",
        "C14 | microsoft-openai | frontier-announced | 2026-02-05 | '' | '' | reported | high | ''",
        "C15 | microsoft-openai | stateless-calls-on-azure | 2026-02-27 | 2026-04-27 | OpenAI | reported | high | ''",
        "C15 | microsoft-openai | stateless-api-sold-by-microsoft-and-openai | 2026-02-27 | 2026-04-27 | OpenAI | reported | high | ''",
        "C16 | microsoft-openai | collaboration-calls-on-azure | 2026-02-27 | 2026-04-27 | OpenAI | reported | high | ''",
        "C17 | microsoft-openai | first-party-on-azure | 2026-02-27 | 2026-04-27 | OpenAI | reported | high | ''",
        "C18 | microsoft-openai | revenue-share | 2025-01-21 | 2026-04-27 | OpenAI | reported | medium | ''",
        "C19 | microsoft-openai | compute-elsewhere | 2026-02-27 | '' | '' | reported | high | ''",
        "C20 | amazon-openai | frontier-distribution | 2026-02-27 | '' | OpenAI | reported | high | ''",
        "C21 | amazon-openai | stateful-runtime-on-bedrock | 2026-02-27 | '' | OpenAI | reported | high | ''",
        "C22 | amazon-openai | more-aws-purchases | 2026-02-27 | 2034-02-27 | OpenAI | reported | high | 100 billion dollars",
        "C23 | amazon-openai | trainium-capacity | 2026-02-27 | '' | OpenAI | reported | high | 2 GW",
        "C24 | amazon-openai | equity | 2026-02-27 | 2029-01-01 | Amazon | reported | high | 15 billion dollars",
        "C25 | amazon-openai | custom-models | 2026-02-27 | '' | '' | reported | high | ''",
        "D01 | microsoft-openai | microsoft-weighs-a-suit | 2026-03-18 | 2026-04-27 | '' | reported | high | ''",
        "D02 | microsoft-openai | powered-by-not-calling | 2026-03-18 | '' | '' | reported | medium | ''",
        "E01 | microsoft-openai | any-cloud | 2026-04-27 | '' | '' | reported | high | ''",
        "E02 | microsoft-openai | first-on-azure | 2026-04-27 | '' | OpenAI | reported | high | ''",
        "E03 | microsoft-openai | licence-no-longer-exclusive | 2026-04-27 | 2033-01-01 | OpenAI | reported | high | ''",
        "E04 | microsoft-openai | capped-revenue-share | 2026-04-27 | 2031-01-01 | OpenAI | reported | medium | ''",
        "E05 | microsoft-openai | amendment-2026 | 2026-04-27 | '' | '' | reported | high | ''",
        "E06 | microsoft-openai | amendment-2026 | 2026-04-27 | '' | '' | reported | high | ''",
        "F01 | amazon-openai | bedrock-preview | 2026-04-28 | 2026-06-01 | '' | reported | high | ''",
        "F02 | amazon-openai | bedrock-general-availability | 2026-06-01 | '' | '' | reported | high | ''",
      })
  void everyReportedTermIsRecordedAsItIsReported(
      String id,
      String contract,
      String name,
      String from,
      String until,
      String binds,
      String status,
      String confidence,
      String amount) {
    Term term =
        TERMS.stream()
            .filter(t -> t.contract().equals(contract) && t.id().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(term.attested().text()).containsPattern("\\[[^\\]]*" + id).contains(amount);
    assertThat(List.of(term.from(), term.until(), term.binds()))
        .containsExactly(from, until, binds);
    assertThat(term.attested().status()).isEqualTo(status);
    assertThat(term.confidence()).contains(confidence);
    assertThat(term.attested().cite()).isNotBlank();
  }

  @Test
  void allOfThemComeInTheOrderOfTheirDates() {
    assertThat(TERMS).extracting(Term::from).isSorted();
    assertThat(TERMS).extracting(Term::confidence).allMatch(Optional::isPresent);
    // 8 and 3 recorded terms, 5 and 1 amendments.
    assertThat(TERMS).filteredOn(t -> t.kind() == Term.Kind.RECORDED).hasSize(11);
    assertThat(TERMS).filteredOn(t -> t.kind() == Term.Kind.AMENDMENT).hasSize(6);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "aws-purchases, 38e9",
    "more-aws-purchases, 100e9",
    "azure-purchases, 250e9",
    // 2 GW in watts.
    "trainium-capacity, 2e9",
  })
  void whatIsMeasuredAsksForTheReportedAmount(String clause, String amount) {
    assertThat(words(clause))
        .startsWith("at least " + new BigDecimal(amount).toPlainString() + " ");
  }

  @Test
  void theRevenueShareIsAFifthAndItsCap38Billion() {
    assertThat(words("revenue-share")).startsWith("20 % of revenue");
    assertThat(words("capped-revenue-share")).isEqualTo("20 % of revenue, up to 38000000000 USD");
  }

  private static String words(String id) {
    return CONTRACTS.stream()
        .flatMap(contract -> contract.clauses().stream())
        .filter(clause -> clause.id().equals(id))
        .findFirst()
        .flatMap(clause -> clause.measure("letter"))
        .orElseThrow()
        .words();
  }

  @Test
  void anInterpretationOfOursIsMarkedAssumed() {
    assertThat(TERMS)
        .filteredOn(term -> term.id().equals("stateful-runtime-on-bedrock"))
        .singleElement()
        .satisfies(
            term ->
                assertThat(term.readings())
                    .containsExactly(
                        "letter (our interpretation, assumed)",
                        "spirit (our interpretation, assumed)"));
  }
}
