package situs.audit;

import situs.contract.Total;

/**
 * What a clause that measures found in one of its periods, under one reading.
 *
 * @param total value, limit and how far apart they are
 */
public record Obligation(String contract, String clause, String reading, Total total) {}
