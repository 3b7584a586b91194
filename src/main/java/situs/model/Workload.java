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

  /** The same with other demand. */
  Workload withDemand(List<OriginDemand> other);

  /** What must be placed for it. */
  List<Component> components();
}
