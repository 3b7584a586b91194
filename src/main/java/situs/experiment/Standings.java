package situs.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import situs.audit.Auditor;
import situs.audit.Standing;
import situs.audit.SubjectStanding;
import situs.contract.SubjectKind;
import situs.model.Route;

/**
 * Where a strategy and its parts stand: the worst over its replications.
 *
 * @param overall empty where nothing was placed, and so nothing judged
 * @param byReading as {@link situs.audit.Findings#byReading()}
 * @param byPlacement by placement id, the routes that lead to it included
 * @param byRoute by subject of the route
 */
public record Standings(
    Optional<Standing> overall,
    Map<String, Standing> byReading,
    Map<String, Standing> byPlacement,
    Map<String, Standing> byRoute) {

  public static Standings of(StrategyResult result) {
    Optional<Standing> overall = Optional.empty();
    Map<String, Standing> byReading = new LinkedHashMap<>();
    Map<String, Standing> byPlacement = new LinkedHashMap<>();
    Map<String, Standing> byRoute = new LinkedHashMap<>();
    for (Run run : result.runs()) {
      Standing standing = run.findings().standing();
      overall = Optional.of(overall.map(standing::worst).orElse(standing));
      run.findings().byReading().forEach((name, s) -> byReading.merge(name, s, Standing::worst));
      for (SubjectStanding subject : run.findings().subjects()) {
        byPlacement.merge(subject.placement(), subject.standing(), Standing::worst);
        if (subject.kind() == SubjectKind.ROUTE) {
          byRoute.merge(subject.subject(), subject.standing(), Standing::worst);
        }
      }
    }
    return new Standings(overall, byReading, byPlacement, byRoute);
  }

  /** The standing of a placement; compliant where no clause had anything to say. */
  public Standing ofPlacement(String id) {
    return byPlacement.getOrDefault(id, Standing.COMPLIANT);
  }

  /** The standing of a route; compliant where no clause had anything to say. */
  public Standing ofRoute(Route route) {
    return byRoute.getOrDefault(Auditor.subject(route), Standing.COMPLIANT);
  }
}
