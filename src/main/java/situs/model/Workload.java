package situs.model;

import java.util.List;
import java.util.Optional;

/** What is to be run and sold. */
public sealed interface Workload permits ModelWorkload, FrontierWorkload {

  String name();

  /** {@code model} or {@code frontier}, the word used in files, contracts and outputs. */
  String kind();

  Channel channel();

  /** By origin; empty for a model that only other workloads call. */
  List<OriginDemand> demand();

  /**
   * Whether a model call of this workload is {@code stateless} or {@code stateful}; empty where the
   * parties dispute it.
   */
  Optional<String> callState();

  List<Objective> objectives();

  /** The same with other demand and capacity. */
  Workload with(List<OriginDemand> demand, Capacity capacity);

  /** The same with other demand. */
  default Workload withDemand(List<OriginDemand> demand) {
    return with(demand, capacity());
  }

  /** Of its model pools, or of its runtime. */
  Capacity capacity();

  /** What must be placed for it. */
  List<Component> components();
}
