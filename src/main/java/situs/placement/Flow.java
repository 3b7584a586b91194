package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import situs.model.Cause;
import situs.model.Component;
import situs.model.Region;
import situs.model.Route;
import situs.model.Stop;
import situs.model.Workload;
import situs.serving.CallMix;

/**
 * What one workload asks of a component from one place.
 *
 * @param caller whose sessions or calls they are
 * @param peakPerSecond sessions or calls a second at the peak of the day
 * @param meanPerSecond over the day
 * @param unit what one of them takes
 * @param tokensOut payload towards the component, of one
 * @param tokensBack payload back, of one
 */
record Flow(
    Workload caller,
    Component target,
    Origin origin,
    double peakPerSecond,
    double meanPerSecond,
    Unit unit,
    double tokensOut,
    double tokensBack) {

  /** What one unit of a flow takes of a server. */
  sealed interface Unit {}

  /** A session that holds its place for so many seconds on average. */
  record Session(double lengthS) implements Unit {}

  /** A model call of that mix. */
  record Call(CallMix mix) implements Unit {}

  /** The largest first; equal ones by component, caller and origin. */
  static final Comparator<Flow> LARGEST_FIRST =
      Comparator.comparingDouble((Flow f) -> -f.peakPerSecond)
          .thenComparing(Flow::target)
          .thenComparing(f -> f.caller.name())
          .thenComparing(f -> f.origin.toString());

  /** The route that this traffic would take to {@code region}. */
  Route routeTo(Region region) {
    List<Stop> chain = new ArrayList<>(origin.chain());
    chain.add(Stop.at(target.kind().word(), region));
    return new Route(caller.name(), origin.metro().name(), chain, chain.size() - 2, Cause.PRIMARY);
  }
}
