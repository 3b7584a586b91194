package situs.experiment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import situs.audit.Obligation;
import situs.bill.BillLine;
import situs.bill.Course;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Total;
import situs.model.Categories;
import situs.model.Money;
import situs.model.Provenance;
import situs.model.Status;

/**
 * What contracts make payable, as lines of the bill: shares of revenue, and what was bought too
 * little of a commitment. A clause that cannot be told in full makes no line: what is unknown is
 * not nothing, and a part of it is not all. What a clause's remedy makes of too little is exposure,
 * and is not counted twice.
 */
final class Dues {
  private final Clause clause;
  private final Contract contract;
  private final Map<String, BigDecimal> byReading = new LinkedHashMap<>();
  private final List<Total> totals;

  private Dues(Contract contract, Clause clause, List<String> readings, List<Obligation> found) {
    this.contract = contract;
    this.clause = clause;
    this.totals = found.stream().map(Obligation::total).toList();
    readings.forEach(reading -> byReading.put(reading, BigDecimal.ZERO));
    for (Obligation one : found) {
      one.total().due().ifPresent(usd -> byReading.merge(one.reading(), usd, BigDecimal::add));
    }
  }

  /** A line a clause that makes something payable. */
  static List<BillLine> lines(Contracts contracts, List<Obligation> obligations) {
    return contracts.contracts().stream()
        .flatMap(
            contract ->
                contract.clauses().stream()
                    .map(c -> of(contract, c, contracts.readings(), obligations))
                    .flatMap(dues -> dues.line().stream()))
        .toList();
  }

  private static Dues of(
      Contract contract, Clause clause, List<String> readings, List<Obligation> obligations) {
    return new Dues(
        contract,
        clause,
        readings,
        obligations.stream()
            .filter(o -> o.contract().equals(contract.name()) && o.clause().equals(clause.id()))
            .toList());
  }

  private Optional<BillLine> line() {
    boolean isOpen = totals.stream().anyMatch(total -> total.verdict().isOpen());
    return byReading.values().stream()
        .max(BigDecimal::compareTo)
        .filter(most -> most.signum() > 0 && !isOpen && !(isShortfall() && hasRemedy()))
        .map(this::line);
  }

  private boolean hasRemedy() {
    return clause.remedy().isPresent();
  }

  private boolean isShortfall() {
    return totals.stream().anyMatch(total -> total.shortfall().isPresent());
  }

  private BillLine line(BigDecimal usd) {
    return new BillLine(
        "",
        Optional.empty(),
        payees(),
        Optional.empty(),
        Categories.OTHER,
        (isShortfall() ? "contractual due: too little " : "contractual due: ")
            + what()
            + asRead(usd),
        contract.name() + "/" + clause.id(),
        "",
        usd,
        "USD",
        Money.usd("1"),
        new Money(usd),
        provenance(),
        new Course(List.of(), Course.Basis.PROPORTION));
  }

  private String what() {
    return totals.stream().map(Total::what).distinct().collect(Collectors.joining(", "));
  }

  /** Where readings differ, the bill has what the one that asks most makes of it. */
  private String asRead(BigDecimal most) {
    boolean isAgreed = byReading.values().stream().allMatch(usd -> usd.compareTo(most) == 0);
    Stream<String> who =
        byReading.entrySet().stream()
            .filter(e -> e.getValue().compareTo(most) == 0)
            .map(Map.Entry::getKey);
    return isAgreed ? "" : ", as read by " + who.collect(Collectors.joining(", "));
  }

  /** Whoever is not bound. */
  private String payees() {
    return contract.parties().stream()
        .filter(party -> !party.equals(clause.binds()))
        .collect(Collectors.joining(", "));
  }

  /** That all of what is too little is paid is nowhere said, and assumed. */
  private Provenance provenance() {
    if (isShortfall()) {
      return Provenance.assumed("what is bought too little is paid; the amount: " + clause.cite());
    }
    boolean isPublished = clause.status().equals(Status.PUBLISHED.word());
    return new Provenance(
        isPublished ? Status.PUBLISHED : Status.ASSUMED,
        "%s of what the scenario says customers pay: %s".formatted(clause.status(), clause.cite()),
        "");
  }
}
