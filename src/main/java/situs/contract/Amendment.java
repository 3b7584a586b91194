package situs.contract;

import java.util.List;
import java.util.Map;

/**
 * A later agreement that changes clauses.
 *
 * @param attested what it is, as far as that is said
 * @param from when it takes effect
 * @param ends clauses that it ends, those that it replaces included
 * @param suspends clauses that it suspends, and until when
 */
public record Amendment(
    String id,
    Attested attested,
    Moment from,
    List<String> ends,
    Map<String, Dates.Rest> suspends) {
  public Amendment {
    ends = List.copyOf(ends);
    suspends = Map.copyOf(suspends);
  }

  /** A clause as it stands after it. */
  Clause applied(Clause clause) {
    Dates dates = clause.dates();
    if (ends.contains(clause.id())) {
      dates = dates.endedAt(from);
    }
    Dates.Rest rest = suspends.get(clause.id());
    return clause.dated(rest == null ? dates : dates.suspendedFor(rest));
  }
}
