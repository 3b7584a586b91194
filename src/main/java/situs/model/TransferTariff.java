package situs.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What moving data costs, by volume in a month.
 *
 * @param scope words for the bill: {@code internet egress}, {@code inter-region}, {@code same
 *     region}
 * @param tiers ascending by {@code fromGb}, the first from 0
 */
public record TransferTariff(String scope, List<Tier> tiers, Provenance provenance) {

  /** Part of a month's volume that falls into one tier, GB. */
  public record Slice(Tier tier, BigDecimal gb) {}

  /** From this volume on (GB of 10^9 bytes in a month), a GB costs so many dollars. */
  public record Tier(double fromGb, Money perGb) {}

  public TransferTariff {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.get(0).fromGb() != 0) {
      throw new IllegalArgumentException("the first tier must start at 0 GB");
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).fromGb() <= tiers.get(i - 1).fromGb()) {
        throw new IllegalArgumentException("tiers must ascend");
      }
    }
  }

  /** How a month's volume spreads over the tiers, ascending; empty tiers are left out. */
  public List<Slice> slices(BigDecimal gbPerMonth) {
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      BigDecimal from = BigDecimal.valueOf(tiers.get(i).fromGb());
      BigDecimal to =
          i + 1 < tiers.size()
              ? gbPerMonth.min(BigDecimal.valueOf(tiers.get(i + 1).fromGb()))
              : gbPerMonth;
      if (to.compareTo(from) > 0) {
        slices.add(new Slice(tiers.get(i), to.subtract(from)));
      }
    }
    return slices;
  }

  /** What a month's volume costs. */
  public Money perMonth(BigDecimal gbPerMonth) {
    return slices(gbPerMonth).stream()
        .map(s -> s.tier().perGb().times(s.gb()))
        .reduce(Money.ZERO, Money::plus);
  }
}
