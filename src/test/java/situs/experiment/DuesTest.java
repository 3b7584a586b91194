package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.bill.BillLine;
import situs.contract.Contracts;
import situs.contract.Fee;
import situs.contract.Measure;
import situs.model.Money;
import situs.model.Placement;
import situs.model.Scenario;
import situs.model.Status;
import situs.placement.Cheapest;

/** An hour of one instance at 10 USD with red, from which nobody pays for data. */
class DuesTest {
  private static final Scenario HOUR =
      scenario(
              List.of(datacenter("red/a", offer(gpus("gpu8", "G", 8), "10", 1))),
              List.of(model("api", OptionalInt.of(8), flat("Town", 0.1))),
              profile("G", 8, 1))
          .withRun(Duration.ofHours(1), 1, 1);

  private static Contracts contracts(String clause) {
    return ContractFixture.read(
        "contract: t\nparties: [Red, Owner]\nclauses:\n  c: {text: t, cite: said there, binds:"
            + " Owner, "
            + clause
            + "}\n");
  }

  private static Contracts known(Contracts contracts, Map<String, Fee> revenue) {
    return contracts.under(
        ContractFixture.purchases(Map.of("c", BigDecimal.ZERO), Map.of(), revenue));
  }

  private static Run run(Contracts contracts) {
    Placement placement = new Cheapest().place(HOUR, Contracts.NONE);
    return new Replication(HOUR, contracts).replicate(placement, 1);
  }

  private static List<BillLine> dues(Run run) {
    return run.bill().lines().stream().filter(l -> l.category().equals("Other")).toList();
  }

  private static double rent(Run run) {
    return run.bill().lines().stream()
        .filter(l -> !l.category().equals("Other"))
        .mapToDouble(l -> l.cost().toDouble())
        .sum();
  }

  /** 15 USD an hour are to be spent; what is missing is due, and is not itself spent. */
  @Test
  void whatIsSpentTooLittleIsALineOfTheBillAndIsNotSpent() {
    Run run =
        run(
            known(
                contracts("over: charge, minimum-spend: {amount: 15 USD, with: red, per: hour}"),
                Map.of()));
    BillLine due = dues(run).get(0);
    assertThat(due.cost().toDouble()).isCloseTo(15 - rent(run), Offset.offset(1e-9));
    assertThat(due.provider()).isEqualTo("Red");
    assertThat(due.sku()).isEqualTo("t/c");
    assertThat(due.description()).isEqualTo("contractual due: too little spend with red");
    assertThat(due.provenance().status()).isEqualTo(Status.ASSUMED);
    assertThat(due.provenance().source()).endsWith("said there");
    assertThat(run.bill().bought().toDouble()).isCloseTo(rent(run), Offset.offset(1e-9));
    assertThat(run.bill().total().toDouble()).isCloseTo(15, Offset.offset(1e-9));
    assertThat(run.findings().obligations().get(0).total().value().orElseThrow().doubleValue())
        .isCloseTo(rent(run), Offset.offset(1e-9));
  }

  @Test
  void aShareOfRevenueIsALineOfTheBillUnlessTheRevenueIsUnknown() {
    Contracts contracts = contracts("over: route, revenue-share: {share: 20 %}");
    Run run = run(known(contracts, Map.of("api", new Fee(Measure.REQUESTS, Money.usd("1")))));
    long requests = run.observations().routes().stream().mapToLong(r -> r.requests()).sum();
    assertThat(requests).isPositive();
    assertThat(dues(run))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.cost()).isEqualTo(Money.usd("0.2").times(requests));
              assertThat(line.description()).isEqualTo("contractual due: 20 % of revenue");
            });
    assertThat(dues(run(known(contracts, Map.of())))).isEmpty();
  }

  @Test
  void whatIsNotKnownOfACommitmentIsNoLine() {
    assertThat(
            dues(
                run(
                    contracts(
                        "over: charge, minimum-spend: {amount: 15 USD, with: red, per: hour}"))))
        .isEmpty();
  }

  /** It is exposure, and would be counted twice. */
  @Test
  void whatARemedyMakesOfAShortfallIsNoLine() {
    Run run =
        run(
            known(
                contracts(
                    "over: charge, minimum-spend: {amount: 15 USD, with: red, per: hour}, remedy:"
                        + " {per: shortfall, share: 50 %, basis: assumed}"),
                Map.of()));
    assertThat(dues(run)).isEmpty();
    assertThat(run.findings().exposureByReading().get("letter").toDouble())
        .isCloseTo((15 - rent(run)) / 2, Offset.offset(1e-9));
  }

  @Test
  void whereReadingsDifferTheBillSaysWhoseItIs() {
    String more = "readings: {letter: {minimum-spend: {amount: 12 USD, per: hour}}, spirit:";
    Run run =
        run(
            known(
                contracts(
                    "over: charge, " + more + " {minimum-spend: {amount: 15 USD, per: hour}}}"),
                Map.of()));
    assertThat(dues(run))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.cost().toDouble()).isCloseTo(15 - rent(run), Offset.offset(1e-9));
              assertThat(line.description())
                  .isEqualTo("contractual due: too little spend, as read by spirit");
            });
  }
}
