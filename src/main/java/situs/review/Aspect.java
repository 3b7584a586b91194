package situs.review;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Something of a subject that could be otherwise within its scenario.
 *
 * @param name for the reader: {@code region of the model}
 * @param of what has it. Parts of a placement that have an aspect of the same have it in common, so
 *     that none changes without the others: a pool where it stands, what is sold of a workload
 * @param values that it could have, its own left out
 * @param change makes it one of them
 */
record Aspect(
    String name, String of, List<String> values, BiFunction<Situation, String, Situation> change) {
  Aspect {
    values = List.copyOf(values);
  }
}
