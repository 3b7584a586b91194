package situs.model;

import java.util.List;

/**
 * What moving data costs, by volume in a month.
 *
 * @param scope words for the bill: {@code internet egress}, {@code inter-region}, {@code same
 *     region}
 * @param tiers ascending by {@code fromGb}, the first from 0
 */
public record TransferTariff(String scope, List<Tier> tiers, Provenance provenance) {

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
}
