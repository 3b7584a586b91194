package situs.placement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import situs.contract.Facts;
import situs.contract.Quota;

/** What clauses say of a place or a route, before anybody has chosen which of them bind. */
interface Law {

  /** No clause at all. */
  Law NONE = facts -> Set.of();

  /** The clauses that object to it, or cannot tell, each with the readings under which they do. */
  Set<ClauseReading> against(Facts facts);

  /** Of the clauses asked so far, what would have to be known to tell what they could not. */
  default Map<ClauseReading, Set<String>> untold() {
    return Map.of();
  }

  /** What clauses that measure ask of all that is chosen together. */
  default List<Quota> quotas() {
    return List.of();
  }
}
