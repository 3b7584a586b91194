package situs.audit;

import java.math.BigDecimal;

/**
 * What one placement, route or charge adds to what a clause measures.
 *
 * @param name as findings name it
 * @param amount in what is measured
 * @param counts whether it counts towards what is held to the limit, and not only to the whole
 */
public record Contribution(String name, BigDecimal amount, boolean counts) {}
