package situs.contract;

import java.util.Optional;

/**
 * One way to construe a clause.
 *
 * @param when of which subjects it speaks; empty: of all
 * @param rule what it demands of them; empty: it never objects
 */
record Reading(Optional<Predicate> when, Optional<Rule> rule) {}
