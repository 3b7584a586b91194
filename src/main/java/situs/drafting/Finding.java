package situs.drafting;

import java.util.Optional;
import situs.contract.Doubt;
import situs.document.Mark;

/**
 * Something about a clause that its drafter may not have meant, with the way out.
 *
 * @param about what sets it apart from others of its kind; empty where there is one at most
 * @param accepted why the drafter leaves it; empty: it is not accepted
 */
public record Finding(
    Mark at,
    Severity severity,
    Doubt doubt,
    String clause,
    String about,
    String message,
    Optional<String> accepted) {

  /** How sure it is that something is wrong. */
  public enum Severity {
    WARNING,
    /** All may be well, and yet it is worth a look. */
    NOTE
  }

  /** Whether it is a warning that nobody has accepted. */
  public boolean isOpenWarning() {
    return severity == Severity.WARNING && accepted.isEmpty();
  }
}
