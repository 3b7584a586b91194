package situs.review;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Something of a subject that could be otherwise within its scenario.
 *
 * @param name for the reader: {@code region of the model}
 * @param values that it could have, its own left out
 * @param change makes it one of them
 */
record Aspect(String name, List<String> values, BiFunction<Situation, String, Situation> change) {
  Aspect {
    values = List.copyOf(values);
  }
}
