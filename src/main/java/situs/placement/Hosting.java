package situs.placement;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import situs.contract.Facts;
import situs.contract.Quota;
import situs.contract.SubjectKind;

/**
 * A law with one clause more for each component and provider, which objects to the component there.
 * An architecture then is a choice of clauses like any other.
 */
record Hosting(Law law) implements Law {
  private static final String READING = "hosting";

  @Override
  public Set<ClauseReading> against(Facts facts) {
    if (facts.kind() != SubjectKind.PLACEMENT) {
      return law.against(facts);
    }
    Set<ClauseReading> against = new TreeSet<>(law.against(facts));
    against.add(
        clause(
            facts.values().get("workload.name") + "." + facts.values().get("component"),
            String.valueOf(facts.values().get("placement.provider"))));
    return against;
  }

  @Override
  public List<Quota> quotas() {
    return law.quotas();
  }

  /** Whether a clause is one of those, and none of a contract. */
  static boolean is(ClauseReading clause) {
    return clause.reading().equals(READING);
  }

  /** Whether it forbids what an architecture has otherwise. */
  static boolean binds(Architecture architecture, ClauseReading clause) {
    return is(clause)
        && architecture.hosts().entrySet().stream()
            .anyMatch(
                host ->
                    clause.clause().startsWith(prefix(host.getKey().toString()))
                        && !clause.equals(clause(host.getKey().toString(), host.getValue())));
  }

  private static ClauseReading clause(String component, String provider) {
    return new ClauseReading(prefix(component) + provider, READING);
  }

  /** A space and an at sign are in no name of a workload. */
  private static String prefix(String component) {
    return component + " @ ";
  }
}
