package situs.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * A sum of money, as far as it is known.
   *
   * @param missing what else must be known of it
   */
  private record Known(BigDecimal usd, Set<String> missing) {
    Optional<BigDecimal> value() {
      return missing.isEmpty() ? Optional.of(usd) : Optional.empty();
    }

    Known plus(Known other) {
      Set<String> both = new TreeSet<>(missing);
      both.addAll(other.missing);
      return new Known(usd.add(other.usd), both);
    }
  }

  /** The cap is one for the whole time in force, whatever it rests in between. */
  @Override
  public List<Total> totals(Measured measured) {
    List<Total> totals = new ArrayList<>();
    Known paid = paidBefore(measured);
    for (Stretch stretch : measured.periods(Optional.empty())) {
      if (!stretch.counted().isEmpty()) {
        Known due = due(revenue(measured, stretch), paid);
        totals.add(total(stretch, due));
        paid = paid.plus(due);
      }
    }
    return totals;
  }

  private static Known paidBefore(Measured measured) {
    BigDecimal stated = measured.circumstances().besides().get(measured.clause().id());
    return stated == null
        ? new Known(BigDecimal.ZERO, Set.of(Circumstances.besides(measured.clause())))
        : new Known(stated, Set.of());
  }

  private static Known revenue(Measured measured, Stretch stretch) {
    Known revenue = new Known(BigDecimal.ZERO, Set.of());
    for (Counted counted : stretch.counted()) {
      String workload = String.valueOf(counted.sighting().facts().values().get("workload.name"));
      Known paid =
          Optional.ofNullable(measured.circumstances().revenue().get(workload))
              .flatMap(fee -> fee.of(counted.sighting()))
              .map(usd -> new Known(usd, Set.of()))
              .orElse(new Known(BigDecimal.ZERO, Set.of(Circumstances.revenue(workload))));
      revenue = revenue.plus(paid);
    }
    return revenue;
  }

  private Known due(Known revenue, Known paid) {
    BigDecimal all = revenue.usd().multiply(share);
    return cap.map(
            most ->
                new Known(
                    most.subtract(paid.usd()).max(BigDecimal.ZERO).min(all),
                    revenue.plus(paid).missing()))
        .orElse(new Known(all, revenue.missing()));
  }

  private Total total(Stretch stretch, Known due) {
    return Total.of(Percent.of(share) + " of revenue", stretch, verdict(due))
        .measuring("USD", due.value(), cap, Optional.empty())
        .owing(due.value(), Optional.empty());
  }

  @Override
  public List<String> circumstances(Facts counted, Clause clause) {
    Stream<String> paid = counted.value("workload.name").stream().map(Circumstances::revenue);
    Stream<String> before =
        cap.isPresent() ? Stream.of(Circumstances.besides(clause)) : Stream.of();
    return Stream.concat(paid, before).toList();
  }

  private static Verdict verdict(Known due) {
    String names = String.join(", ", due.missing());
    return due.value()
        .<Verdict>map(
            usd ->
                new Verdict.Satisfied(
                    usd.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " USD are due"))
        .orElseGet(() -> new Verdict.Undetermined(names, "cannot be told without " + names));
  }
}
