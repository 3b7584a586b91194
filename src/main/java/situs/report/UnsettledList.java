package situs.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import situs.audit.Unsettled;
import situs.contract.SubjectKind;
import situs.experiment.Experiment;
import situs.experiment.UnsettledRow;

/**
 * What no one can tell because a fact is missing; strategies and readings that agree share a line.
 */
final class UnsettledList {
  private UnsettledList() {}

  private record Key(String contract, String clause, String placement, String reason) {
    static Key of(Unsettled u) {
      String what = u.kind() == SubjectKind.TOTAL ? "the whole" : u.placement();
      return new Key(u.contract(), u.clause(), what, u.reason());
    }
  }

  private record Who(Set<String> strategies, Set<String> readings) {
    Who() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  static String of(Experiment experiment, Style style) {
    Map<Key, Who> groups = new LinkedHashMap<>();
    for (UnsettledRow row : UnsettledRow.of(experiment)) {
      Who who = groups.computeIfAbsent(Key.of(row.unsettled()), key -> new Who());
      who.strategies().add(row.strategy());
      who.readings().add(row.unsettled().reading());
    }
    if (groups.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n" + style.heading("Open") + "\n");
    String above = "";
    for (Map.Entry<Key, Who> group : groups.entrySet()) {
      Key key = group.getKey();
      String head =
          Wrapped.text(String.join(", ", group.getValue().strategies()), "")
              + "  "
              + key.placement()
              + "\n";
      out.append(head.equals(above) ? "" : head);
      above = head;
      out.append(Wrapped.text(key.contract() + ", " + key.clause(), "    "));
      String readings = String.join(", ", group.getValue().readings());
      out.append(Wrapped.text(readings + ": " + key.reason(), "      "));
    }
    return out.toString();
  }
}
