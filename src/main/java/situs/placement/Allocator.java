package situs.placement;

import java.util.List;
import situs.model.Scenario;

/** What a strategy decides: which option gets which part of the demand. */
interface Allocator {

  /**
   * What is known when an allocator decides.
   *
   * @param options all of the scenario's
   */
  record Context(Scenario scenario, Options options) {}

  /** Enters where each flow goes, or why a part of it finds no place, into the ledger. */
  void allocate(Context context, List<Flow> flows, Ledger ledger);
}
