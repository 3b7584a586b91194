package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.contract.Texts.clause;
import static situs.contract.Texts.contract;
import static situs.contract.Texts.route;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions: labelled, nested, dated, with demands of their own; and when two disagree. */
class ExceptionsTest {
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");

  private static Verdict verdict(String except, Instant at, Facts facts) {
    Contracts contracts =
        contract(
            "clauses:",
            clause("c", "over: route\nrequire: target.provider == \"home\"\n" + except));
    return contracts.contracts().get(0).clauses().get(0).judge(facts, "letter", at);
  }

  private static final String NESTED =
      """
      except:
        defence:
          when: customer.segment == "defence"
          except:
            resold:
              when: channel.party == "third"
              except:
                ally: channel.seller == "ally"
      """;

  @ParameterizedTest(name = "{0}, party {1}, seller {2}: {3}")
  @CsvSource({
    // The clause; its exception; the exception's exception; and that one's.
    "commercial, third, x, Violated",
    "defence, first, x, NotApplicable",
    "defence, third, x, Violated",
    "defence, third, ally, NotApplicable",
    "commercial, third, ally, Violated",
  })
  void anExceptionToAnExceptionBringsTheClauseBack(
      String segment, String party, String seller, String expected) {
    Facts facts =
        route(
            "target.provider", "away",
            "customer.segment", segment,
            "channel.party", party,
            "channel.seller", seller);
    assertThat(verdict(NESTED, NOW, facts).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void whetherANestedExceptionAppliesMayBeAllThatIsMissing() {
    Facts facts = route("target.provider", "away", "customer.segment", "defence");
    assertThat(verdict(NESTED, NOW, facts))
        .isEqualTo(
            new Verdict.Undetermined(
                "channel.party, channel.seller",
                "cannot be told without channel.party, channel.seller"));
  }

  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "2026-02-28T23:59:59Z, Violated",
    "2026-03-01T00:00:00Z, NotApplicable",
    "2026-04-01T00:00:00Z, Violated",
  })
  void anExceptionHasDatesOfItsOwn(Instant at, String expected) {
    String dated =
        """
        except:
          spring: {when: 'true', in-force: {from: 2026-03-01, until: 2026-04-01}}
        """;
    Verdict verdict = verdict(dated, at, route("target.provider", "away"));
    assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
  }

  private static final String DISAGREEING =
      """
      except:
        small: {when: workload.name == "w", cite: Schedule 1}
        abroad: {when: target.country == "US", cite: Schedule 2, require: target.provider == "ally"}
      """;

  @Test
  void anExceptionMayDemandSomethingElseInstead() {
    Facts ally = route("target.provider", "ally", "workload.name", "v", "target.country", "US");
    Facts away = route("target.provider", "away", "workload.name", "v", "target.country", "US");
    assertThat(verdict(DISAGREEING, NOW, ally)).isInstanceOf(Verdict.Satisfied.class);
    assertThat(verdict(DISAGREEING, NOW, away))
        .isEqualTo(
            new Verdict.Violated(
                "requires target.provider == \"ally\"; target.provider is \"away\""));
  }

  @Test
  void twoThatApplyAndDisagreeAreAnErrorThatCitesBoth() {
    Facts both = route("target.provider", "away", "workload.name", "w", "target.country", "US");
    Verdict verdict = verdict(DISAGREEING, NOW, both);
    assertThat(verdict).isInstanceOf(Verdict.Conflicting.class);
    assertThat(verdict.reason())
        .isEqualTo(
            "exceptions 'small' (Schedule 1) and 'abroad' (Schedule 2) both apply and"
                + " disagree: exception small; requires target.provider == \"ally\";"
                + " target.provider is \"away\"");
    assertThat(verdict.objects()).isFalse();
    assertThat(verdict.isOpen()).isTrue();
  }

  @ParameterizedTest(name = "in the order {0}")
  @ValueSource(strings = {"free, other, open", "open, free, other", "free, open, other"})
  void twoThatDisagreeAreTheErrorWhateverElseCannotBeTold(String order) {
    Map<String, String> exceptions =
        Map.of(
            "free", "free: {when: 'true'}",
            "other", "other: {when: 'true', require: target.provider == \"ally\"}",
            "open", "open: {when: 'true', require: target.country == \"US\"}");
    String except =
        Stream.of(order.split(", "))
            .map(exceptions::get)
            .collect(Collectors.joining("\n  ", "except:\n  ", "\n"));
    assertThat(verdict(except, NOW, route("target.provider", "away")).reason())
        .startsWith("exceptions 'free' and 'other' both apply and disagree");
  }

  @Test
  void twoThatApplyAndAgreeAreNone() {
    Facts both = route("target.provider", "ally", "workload.name", "w", "target.country", "US");
    assertThat(verdict(DISAGREEING, NOW, both).isOpen()).isFalse();
  }

  @Test
  void anExceptionThatMayApplyAndWouldObjectLeavesOpenWhatElseIsKept() {
    // Kept by the clause; the exception would demand the ally, if the country were the US.
    Facts unknown = route("target.provider", "home", "workload.name", "v");
    assertThat(verdict(DISAGREEING, NOW, unknown))
        .isEqualTo(
            new Verdict.Undetermined("target.country", "cannot be told without target.country"));
  }

  @ParameterizedTest(name = "from {0}: {1}")
  @CsvSource({"US, NotPermitted", "DE, Satisfied"})
  void anExceptionMayLeaveItToPermissions(String country, String expected) {
    Contracts contracts =
        contract(
            "clauses:",
            clause("licence", "over: route\npermit: target.country == \"DE\""),
            clause(
                "c",
                "over: route\nrequire: target.provider == \"home\"",
                "except: {small: {when: 'true', permitted-by: [licence]}}"));
    List<Judgement> judged = contracts.judge(route("target.country", country), NOW);
    assertThat(judged.get(1).verdict().getClass().getSimpleName()).isEqualTo(expected);
  }
}
