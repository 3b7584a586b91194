package situs.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.contract.Clause;
import situs.contract.Disagreement;
import situs.contract.Judgement;
import situs.contract.Remedy;
import situs.contract.SubjectKind;
import situs.contract.Verdict;

/** What every clause and reading says of one placement or route, over all stretches of time. */
final class Subject {
  private final SubjectKind kind;
  private final String name;
  private final String placement;
  private final Exposure exposure;
  private final Map<Ground, Finding> findings = new LinkedHashMap<>();

  private final Set<Disagreement> disagreements = new LinkedHashSet<>();

  /** What a reading of a clause came to so far. */
  private static final class Finding {
    Standing worst = Standing.COMPLIANT;
    String reason = "";
    List<String> room = List.of();
    boolean permitted = true;
    final Breach breach = new Breach();
    final Optional<Remedy> remedy;

    Finding(Clause clause) {
      remedy = clause.remedy();
    }
  }

  Subject(SubjectKind kind, String name, String placement, Exposure exposure) {
    this.exposure = exposure;
    this.kind = kind;
    this.name = name;
    this.placement = placement;
  }

  /**
   * Adds a judgement of a stretch of time in which {@code usage} was seen.
   *
   * @param room providers that had room for it then
   */
  void add(Judgement judgement, List<String> room, Usage usage, Period period) {
    Finding finding =
        findings.computeIfAbsent(Ground.of(judgement), g -> new Finding(judgement.clause()));
    Standing standing = Standing.of(judgement.verdict());
    Optional<Disagreement> error = Disagreement.of(judgement, name);
    error.ifPresent(disagreements::add);
    // An error of the contract is the reason to give, whatever else cannot be told.
    if (standing.compareTo(finding.worst) > 0 || error.isPresent() && standing == finding.worst) {
      finding.worst = standing;
      finding.reason = judgement.verdict().reason();
      finding.room = room;
      finding.permitted = !(judgement.verdict() instanceof Verdict.NotPermitted);
    }
    if (standing == Standing.BREACH) {
      finding.breach.add(usage, period);
    }
  }

  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    findings.forEach(
        (ground, finding) -> {
          if (finding.worst == Standing.BREACH) {
            violations.add(violation(ground, finding));
          }
        });
    return violations;
  }

  private Violation violation(Ground ground, Finding finding) {
    Breach breach = finding.breach;
    return new Violation(
        ground.contract(),
        ground.clause(),
        ground.reading(),
        kind,
        name,
        placement,
        breach.firstAtS(),
        breach.lastAtS(),
        breach.episodes(),
        finding.remedy.flatMap(remedy -> exposure.of(breach, remedy)),
        finding.remedy,
        finding.reason,
        finding.permitted ? Violation.Answer.FORBIDDEN : Violation.Answer.NOT_PERMITTED,
        finding.room);
  }

  /** Exceptions that disagree, in whatever stretch of time. */
  Set<Disagreement> disagreements() {
    return Collections.unmodifiableSet(disagreements);
  }

  List<Unsettled> unsettled() {
    List<Unsettled> unsettled = new ArrayList<>();
    findings.forEach(
        (ground, finding) -> {
          if (finding.worst == Standing.CONTESTED) {
            unsettled.add(
                new Unsettled(
                    ground.contract(),
                    ground.clause(),
                    ground.reading(),
                    kind,
                    name,
                    placement,
                    finding.reason));
          }
        });
    return unsettled;
  }

  /** Worst over clauses, see {@link Standing#ofClause}. */
  SubjectStanding standing(List<String> readings) {
    Map<String, List<Standing>> byClause = new LinkedHashMap<>();
    Map<String, Standing> byReading = new LinkedHashMap<>();
    readings.forEach(reading -> byReading.put(reading, Standing.COMPLIANT));
    findings.forEach(
        (ground, finding) -> {
          byClause
              .computeIfAbsent(ground.contract() + "/" + ground.clause(), c -> new ArrayList<>())
              .add(finding.worst);
          byReading.merge(ground.reading(), finding.worst, Standing::worst);
        });
    Standing worst =
        byClause.values().stream()
            .map(Standing::ofClause)
            .reduce(Standing.COMPLIANT, Standing::worst);
    return new SubjectStanding(kind, name, placement, worst, byReading);
  }
}
