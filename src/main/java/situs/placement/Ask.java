package situs.placement;

import situs.model.Component;

/**
 * A part of the demand that wants a place: what one workload asks of a component from one origin.
 *
 * @param workload whose sessions or calls they are; not always the component's own
 * @param origin a metro; behind "by" the region of the runtime that calls, where one does
 * @param peakPerSecond sessions (of a runtime) or calls (of a model) a second at the peak
 * @param meanPerSecond over the run
 */
public record Ask(
    String workload,
    Component component,
    String origin,
    double peakPerSecond,
    double meanPerSecond) {

  static Ask of(Flow flow) {
    return new Ask(
        flow.caller().name(),
        flow.target(),
        flow.origin().toString(),
        flow.peakPerSecond(),
        flow.meanPerSecond());
  }
}
