package situs.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import situs.contract.Measured.Counted;
import situs.contract.Measured.Stretch;
import situs.document.MapReader;
import situs.document.Node;
import situs.document.Units;

/**
 * {@code revenue-share}: a share of what customers pay for the requests that the clause speaks of
 * is due, up to a cap. It forbids nothing; what it makes payable is among the obligations.
 *
 * @param share 0 to 1
 * @param cap of the sum over the whole time in force; empty: none
 */
record RevenueShare(BigDecimal share, Optional<BigDecimal> cap) implements TotalRule {
  static final Kind KIND =
      new Kind(
          "revenue-share",
          List.of(SubjectKind.ROUTE),
          "always: it makes a share of the revenue payable (`circumstances: revenue`)",
          List.of(
              "share: `20 %`",
              "cap: of the sum over its whole time in force; what was paid before is a circumstance"
                  + " (`besides`)"),
          """
          over: route
          when: hop.from == "client"
          revenue-share: {share: 20 %, cap: 38e9 USD}
          """,
          RevenueShare::read);

  private static Optional<RevenueShare> read(Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'revenue-share'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<BigDecimal> share =
        keys.required("share", "20 %", keys::share).map(BigDecimal::valueOf);
    Optional<BigDecimal> cap = keys.decimal("cap", Units.MONEY);
    keys.done();
    return share.map(s -> new RevenueShare(s, cap));
  }

  @Override
  public String words() {
    return Percent.exact(share)
        + " of revenue"
        + cap.map(c -> ", up to " + c.stripTrailingZeros().toPlainString() + " USD").orElse("");
  }

  @Override
  public List<Total> totals(Measured measured) {
    List<Total> totals = new ArrayList<>();
    for (Stretch stretch : measured.periods(Optional.empty())) {
      if (!stretch.counted().isEmpty()) {
        totals.add(total(measured, stretch));
      }
    }
    return totals;
  }

  @Override
  public List<String> circumstances(Facts counted, Clause clause) {
    Stream<String> paid = counted.value("workload.name").stream().map(Circumstances::revenue);
    Stream<String> before =
        cap.isPresent() ? Stream.of(Circumstances.besides(clause)) : Stream.of();
    return Stream.concat(paid, before).toList();
  }

  private Total total(Measured measured, Stretch stretch) {
    Set<String> missing = new TreeSet<>();
    BigDecimal revenue = BigDecimal.ZERO;
    for (Counted counted : stretch.counted()) {
      Map<String, Fee> fees = measured.circumstances().revenue();
      String workload = String.valueOf(counted.sighting().facts().values().get("workload.name"));
      Optional<BigDecimal> paid =
          Optional.ofNullable(fees.get(workload)).flatMap(f -> f.of(counted.sighting()));
      if (paid.isEmpty()) {
        missing.add(Circumstances.revenue(workload));
      }
      revenue = revenue.add(paid.orElse(BigDecimal.ZERO));
    }
    Optional<BigDecimal> before =
        Optional.ofNullable(measured.circumstances().besides().get(measured.clause().id()));
    if (cap.isPresent() && before.isEmpty()) {
      missing.add(Circumstances.besides(measured.clause()));
    }
    Optional<BigDecimal> due =
        missing.isEmpty() ? Optional.of(due(revenue, before)) : Optional.empty();
    return new Total(
        Percent.of(share) + " of revenue",
        stretch.from(),
        stretch.until(),
        "USD",
        due,
        cap,
        cap.flatMap(c -> due.map(d -> c.subtract(before.orElse(BigDecimal.ZERO)).subtract(d))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        due,
        verdict(due, missing));
  }

  private BigDecimal due(BigDecimal revenue, Optional<BigDecimal> before) {
    BigDecimal due = revenue.multiply(share);
    return cap.map(c -> c.subtract(before.orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO).min(due))
        .orElse(due);
  }

  private static Verdict verdict(Optional<BigDecimal> due, Set<String> missing) {
    String names = String.join(", ", missing);
    return due.<Verdict>map(
            d ->
                new Verdict.Satisfied(
                    d.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " USD are due"))
        .orElseGet(() -> new Verdict.Undetermined(names, "cannot be told without " + names));
  }
}
