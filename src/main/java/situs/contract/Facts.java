package situs.contract;

import java.util.Optional;
import situs.model.Component;
import situs.model.InstanceType;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;

/** What a clause can ask of a subject. */
public record Facts(SubjectKind kind) {

  /** Of one hop of a route. */
  public static Facts of(Scenario scenario, Route route) {
    return new Facts(SubjectKind.ROUTE);
  }

  /** Of a component that might stand in a region. */
  public static Facts ofOption(
      Scenario scenario, Component component, Region region, Optional<InstanceType> type) {
    return new Facts(SubjectKind.PLACEMENT);
  }
}
