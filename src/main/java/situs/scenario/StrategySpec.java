package situs.scenario;

import java.util.Optional;

/**
 * A strategy as a scenario asks for it: {@code home}, {@code contract-first}, or {@code
 * contract-first:spirit} with the reading that it is to satisfy.
 */
public record StrategySpec(String name, Optional<String> reading) {
  @Override
  public String toString() {
    return reading.map(r -> name + ":" + r).orElse(name);
  }
}
