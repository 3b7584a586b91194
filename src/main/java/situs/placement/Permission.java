package situs.placement;

import java.util.Optional;
import situs.model.Component;
import situs.model.Offer;
import situs.model.Region;
import situs.model.Route;

/** What may be done under one reading; an answer is the objection, empty when there is none. */
interface Permission {

  /** Whether a component may stand in a region. */
  Optional<String> toPlace(Component component, Region region, Optional<Offer> offer);

  /** Whether traffic may take a route, judged at its hop. */
  Optional<String> toRoute(Route route);
}
