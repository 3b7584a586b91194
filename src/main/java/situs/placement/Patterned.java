package situs.placement;

import java.util.List;
import situs.placement.Priced.Pattern;

/**
 * Gives demand out by a pattern for each component, every origin divided alike.
 *
 * @param because what was found, for the reader
 */
record Patterned(Market market, List<Pattern> patterns, String because) implements Allocator {

  @Override
  public void allocate(Context context, List<Flow> flows, Ledger ledger) {
    for (Flow flow : flows) {
      int component = market.names().indexOf(flow.target());
      patterns
          .get(component)
          .shares()
          .forEach((option, share) -> ledger.assign(flow, option, share, because));
    }
  }
}
