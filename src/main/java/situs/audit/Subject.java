package situs.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Judgement;
import situs.contract.SubjectKind;
import situs.contract.Verdict;

/** What every clause and reading says of one placement or route, over all stretches of time. */
final class Subject {
  private final SubjectKind kind;
  private final String name;
  private final String placement;
  private final Map<Key, Finding> findings = new LinkedHashMap<>();

  /** One reading of one clause. */
  private record Key(String contract, String clause, String reading) {}

  /** What a reading of a clause came to so far. */
  private static final class Finding {
    Standing worst = Standing.COMPLIANT;
    String reason = "";
    final Usage violating = new Usage();
    final Exposure exposure;

    Finding(Clause clause) {
      exposure = new Exposure(clause);
    }
  }

  Subject(SubjectKind kind, String name, String placement) {
    this.kind = kind;
    this.name = name;
    this.placement = placement;
  }

  /** Adds the judgements of a stretch of time in which {@code usage} was seen. */
  void add(List<Judgement> judgements, Usage usage, double days) {
    for (Judgement judgement : judgements) {
      Contract contract = judgement.contract();
      Key key = new Key(contract.name(), judgement.clause().id(), judgement.reading());
      Finding finding = findings.computeIfAbsent(key, k -> new Finding(judgement.clause()));
      Standing standing = standing(judgement.verdict());
      if (standing.compareTo(finding.worst) > 0) {
        finding.worst = standing;
        finding.reason = judgement.verdict().reason();
      }
      if (standing == Standing.BREACH) {
        finding.violating.add(usage);
        finding.exposure.add(usage, days);
      }
    }
  }

  private static Standing standing(Verdict verdict) {
    if (verdict instanceof Verdict.Violated) {
      return Standing.BREACH;
    }
    return verdict instanceof Verdict.Undetermined ? Standing.CONTESTED : Standing.COMPLIANT;
  }

  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    findings.forEach(
        (key, finding) -> {
          if (finding.worst == Standing.BREACH) {
            violations.add(violation(key, finding));
          }
        });
    return violations;
  }

  private Violation violation(Key key, Finding finding) {
    Usage usage = finding.violating;
    return new Violation(
        key.contract(),
        key.clause(),
        key.reading(),
        kind,
        name,
        placement,
        usage.firstAtS(),
        usage.lastAtS(),
        usage.requests(),
        usage.tokens(),
        finding.exposure.amount(),
        finding.reason);
  }

  List<Unsettled> unsettled() {
    List<Unsettled> unsettled = new ArrayList<>();
    findings.forEach(
        (key, finding) -> {
          if (finding.worst == Standing.CONTESTED) {
            unsettled.add(
                new Unsettled(
                    key.contract(),
                    key.clause(),
                    key.reading(),
                    kind,
                    name,
                    placement,
                    finding.reason));
          }
        });
    return unsettled;
  }

  /**
   * Worst over clauses; of a clause: breach when every reading objects, contested when some do or
   * cannot tell, compliant when none does.
   */
  SubjectStanding standing(List<String> readings) {
    Map<String, List<Standing>> byClause = new LinkedHashMap<>();
    Map<String, Standing> byReading = new LinkedHashMap<>();
    readings.forEach(reading -> byReading.put(reading, Standing.COMPLIANT));
    findings.forEach(
        (key, finding) -> {
          byClause
              .computeIfAbsent(key.contract() + "/" + key.clause(), c -> new ArrayList<>())
              .add(finding.worst);
          byReading.merge(key.reading(), finding.worst, Standing::worst);
        });
    Standing worst =
        byClause.values().stream()
            .map(Subject::ofClause)
            .reduce(Standing.COMPLIANT, Standing::worst);
    return new SubjectStanding(kind, name, placement, worst, byReading);
  }

  private static Standing ofClause(List<Standing> readings) {
    if (readings.stream().allMatch(s -> s == Standing.BREACH)) {
      return Standing.BREACH;
    }
    return readings.stream().allMatch(s -> s == Standing.COMPLIANT)
        ? Standing.COMPLIANT
        : Standing.CONTESTED;
  }
}
