package situs.model;

import java.util.Optional;

/**
 * What is rented by the hour.
 *
 * @param accelerator what it carries; empty for a plain machine
 * @param accelerators how many of them, 0 without
 * @param memoryGib main memory
 */
public record InstanceType(
    String provider,
    String name,
    Optional<Accelerator> accelerator,
    int accelerators,
    int vcpus,
    double memoryGib) {
  public InstanceType {
    if (accelerator.isPresent() != accelerators > 0) {
      throw new IllegalArgumentException(name + ": accelerator and count must go together");
    }
  }
}
