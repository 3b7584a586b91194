package situs.simulation;

/**
 * Something to be done at a time.
 *
 * @param at seconds from the start of the run
 */
record Control(double at, Runnable action) {}
