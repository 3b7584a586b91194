package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.document.Document;
import situs.document.Issues;

/** What clauses that measure ask, version against version and date against date. */
class TotalChangeTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final String ON_RED = "where: target.provider == \"red\"";

  private static Contracts law(String rest) {
    Issues issues = new Issues();
    String text =
        "contract: c\nclauses:\n  s: {text: t, cite: c, over: route, %s}\n".formatted(rest);
    var read = Document.parse("c.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  private static Contracts share(String least, String more) {
    return law("%sminimum-share: {of: requests, at-least: %s, %s}".formatted(more, least, ON_RED));
  }

  private static String asked(String least) {
    return "at least " + least + " of requests with target.provider == \"red\"";
  }

  @Test
  void aBoundThatIsNoLongerTheSameIsToldInWords() {
    assertThat(TotalChange.between(share("60 %", ""), share("60.125 %", "")))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.clause()).isEqualTo("c/s");
              assertThat(change.before()).hasValue(asked("60 %"));
              assertThat(change.after()).hasValue(asked("60.125 %"));
            });
  }

  @Test
  void soIsWhatItSpeaksOf() {
    assertThat(TotalChange.between(share("60 %", ""), share("60 %", "when: hop.to == 'model', ")))
        .extracting(c -> c.after().orElse(""))
        .containsExactly(asked("60 %") + ", where hop.to == 'model'");
  }

  @Test
  void soIsAnExceptionWhileItIsInForce() {
    Contracts excepted =
        share(
            "60 %",
            "except: {far: {in-force: {from: 2026-03-01, until: 2026-05-01},"
                + " when: target.country == 'US'}}, ");
    assertThat(TotalChange.between(share("60 %", ""), excepted))
        .containsExactly(
            new TotalChange(
                "c/s",
                "letter",
                Optional.of(MARCH),
                Optional.of(MAY),
                MARCH,
                MARCH,
                Optional.of(asked("60 %")),
                Optional.of(asked("60 %") + ", but not where target.country == 'US'")));
  }

  @Test
  void aClauseThatBeginsAsksNothingBefore() {
    Contracts later = share("60 %", "in-force: {from: 2026-03-01}, ");
    assertThat(TotalChange.between(later, MARCH.minusNanos(1), MARCH))
        .extracting(TotalChange::before, TotalChange::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Optional.empty(), Optional.of(asked("60 %"))));
    assertThat(TotalChange.between(later, MARCH, MAY)).isEmpty();
  }

  @Test
  void aReadingThatChangesIsToldOfItAlone() {
    String two =
        "readings: {mild: {minimum-share: {of: requests, at-least: 10 %%, %s}}, strict:"
            + " {minimum-share: {of: requests, at-least: %s, %s}}}";
    Contracts before = law(two.formatted(ON_RED, "60 %", ON_RED));
    Contracts after = law(two.formatted(ON_RED, "90 %", ON_RED));
    assertThat(TotalChange.between(before, after))
        .extracting(TotalChange::reading)
        .containsExactly("strict");
  }

  @Test
  void commitmentsFeesAndSeparationsSayWhatTheyAskToo() {
    assertThat(words("revenue-share: {share: 20 %, cap: 38e9 USD}"))
        .isEqualTo("20 % of revenue, up to 38000000000 USD");
    assertThat(words("minimum-spend: {amount: 1e6 USD, with: red, per: year, carry-over: yes}"))
        .isEqualTo(
            "at least 1000000 USD of spend with red, each year, with what was too much before");
    assertThat(words("minimum-capacity: {of: accelerators, amount: 64}"))
        .isEqualTo("at least 64 of accelerators");
    assertThat(words("separation: {in: region, with: component == \"model\"}"))
        .isEqualTo("none with component == \"model\" in the same region");
  }

  private static String words(String rule) {
    String over =
        rule.startsWith("revenue")
            ? "route"
            : rule.startsWith("minimum-spend") ? "charge" : "placement";
    Issues issues = new Issues();
    String text =
        "contract: c\nclauses:\n  s: {text: t, cite: c, over: %s, %s}\n".formatted(over, rule);
    var read = Document.parse("c.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow())).measured("letter", MARCH).get("c/s");
  }
}
