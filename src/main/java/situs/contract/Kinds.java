package situs.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of clauses. Adding one: its record, and a line here. */
final class Kinds {
  static final List<Kind> ALL =
      List.of(
          Require.KIND,
          Forbid.KIND,
          Permit.KIND,
          PermittedBy.KIND,
          Exclusive.KIND,
          Residency.KIND,
          HopEnds.COLOCATION,
          HopEnds.SEPARATION,
          Apart.COLOCATION,
          Apart.SEPARATION,
          Notice.KIND,
          ShipsFirst.KIND,
          FirstRefusal.KIND,
          ShareLimit.MINIMUM,
          ShareLimit.MAXIMUM,
          Commitment.SPEND,
          Commitment.CAPACITY,
          RevenueShare.KIND);

  /** By key; one key may stand for a kind of its own for each kind of subject. */
  private static final Map<String, Map<SubjectKind, Kind>> BY_KEY = new LinkedHashMap<>();

  static {
    for (Kind kind : ALL) {
      Map<SubjectKind, Kind> same =
          BY_KEY.computeIfAbsent(kind.key(), key -> new LinkedHashMap<>());
      kind.over().forEach(subject -> same.put(subject, kind));
    }
  }

  private Kinds() {}

  /** The keys, in the order of the documentation. */
  static Collection<String> keys() {
    return BY_KEY.keySet();
  }

  /** What a key stands for, by the subject that a clause is over. */
  static Map<SubjectKind, Kind> of(String key) {
    return BY_KEY.get(key);
  }
}
