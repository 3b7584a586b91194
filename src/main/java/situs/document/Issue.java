package situs.document;

/**
 * Something wrong with an input.
 *
 * @param message what is wrong, the value, and what would be right
 */
public record Issue(Mark at, String message) {}
