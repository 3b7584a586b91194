package situs.contract;

import java.util.Optional;
import situs.document.Mark;

/**
 * A doubt about a clause that its drafter knows of and leaves.
 *
 * @param about which of several of the kind; empty: all
 * @param reason why it is left, for the reader
 */
public record Acceptance(Mark at, Doubt doubt, Optional<String> about, String reason) {

  /** Whether it is about one doubt of this kind. */
  public boolean covers(Doubt other, String about) {
    return doubt == other && this.about.map(about::equals).orElse(true);
  }
}
