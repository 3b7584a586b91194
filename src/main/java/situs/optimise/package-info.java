/**
 * Linear programs with whole numbers, solved exactly; the only importer of {@code
 * com.google.ortools}.
 */
@org.jspecify.annotations.NullMarked
package situs.optimise;
