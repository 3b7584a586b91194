package situs.placement;

import java.util.Optional;
import situs.model.Component;
import situs.model.InstanceType;
import situs.model.Region;
import situs.model.Route;

/** What may be done under one reading; an answer is the objection, empty when there is none. */
interface Permission {

  /** Whether a component may stand in a region. */
  Optional<String> toPlace(Component component, Region region, Optional<InstanceType> type);

  /** Whether traffic may take a route, judged at its hop. */
  Optional<String> toRoute(Route route);
}
