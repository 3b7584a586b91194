package situs.audit;

import java.util.Optional;
import situs.model.Money;

/**
 * What all that breaks a clause could cost under one reading, in the measured window.
 *
 * @param amount empty where the remedy is a right, or where an amount is missing
 */
public record Claim(String contract, String clause, String reading, Optional<Money> amount) {}
