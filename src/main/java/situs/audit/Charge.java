package situs.audit;

import situs.model.Money;
import situs.model.Region;

/**
 * A line of the bill, as far as contracts ask.
 *
 * @param workload whose it is; empty for what was signed for and nothing was placed on
 * @param category as in FOCUS
 * @param purchase {@code on-demand}, {@code spot}; empty for traffic
 * @param cost in the whole measured window
 */
public record Charge(
    String workload, Region region, String category, String purchase, Money cost) {}
