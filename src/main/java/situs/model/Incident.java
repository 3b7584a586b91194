package situs.model;

import java.util.Optional;

/** Something that happens during a run; times in seconds from the start of the measured window. */
public sealed interface Incident {

  double atS();

  double forS();

  /** A whole region is down: its replicas stop, what ran there is lost or fails over. */
  record Outage(double atS, double forS, RegionId region) implements Incident {}

  /** A share (0 to 1) of a component's replicas in a region is gone. */
  record CapacityLoss(double atS, double forS, RegionId region, double share) implements Incident {}

  /** A workload's arrivals are multiplied; empty origin: from everywhere. */
  record Surge(double atS, double forS, String workload, Optional<String> origin, double factor)
      implements Incident {}

  /** The hourly prices of a region are multiplied. */
  record PriceChange(double atS, double forS, RegionId region, double factor) implements Incident {}
}
