package situs.drafting;

import situs.document.Mark;

/**
 * What a case expects of a clause under one reading.
 *
 * @param at where it is written
 */
record Expectation(Mark at, String contract, String clause, String reading, Expected expected) {}
