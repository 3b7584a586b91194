package situs.contract;

import situs.document.Mark;

/**
 * An exception as an error names it.
 *
 * @param cite where it is reported; empty: where its clause is
 * @param at where it is written
 */
public record Cited(String label, String cite, Mark at) {

  /** {@code 'small' (Schedule 2)}. */
  String words() {
    return "'" + label + "'" + (cite.isEmpty() ? "" : " (" + cite + ")");
  }
}
