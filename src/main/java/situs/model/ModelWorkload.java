package situs.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Inference on one model, sold as an API.
 *
 * @param weights precision served, such as {@code fp8}
 * @param parallel accelerators a replica takes; empty: all of an instance
 */
public record ModelWorkload(
    String name,
    ModelShape model,
    String weights,
    OptionalInt parallel,
    Channel channel,
    List<OriginDemand> demand,
    Distribution promptTokens,
    Distribution outputTokens,
    Batching batching,
    Optional<String> callState,
    List<Objective> objectives)
    implements Workload {

  /**
   * Limits of a replica.
   *
   * @param maxSequences most sequences in a batch
   * @param tokenBudget most tokens in one iteration: decoding sequences and prompt chunks together
   * @param queueLimit most requests that wait at a pool, per replica, before it counts as full
   */
  public record Batching(int maxSequences, int tokenBudget, int queueLimit) {
    public Batching {
      if (maxSequences < 1 || tokenBudget < maxSequences || queueLimit < 0) {
        throw new IllegalArgumentException(
            "need max-sequences >= 1, token-budget >= max-sequences, queue-limit >= 0");
      }
    }
  }

  public ModelWorkload {
    demand = List.copyOf(demand);
    objectives = List.copyOf(objectives);
  }

  @Override
  public String kind() {
    return "model";
  }

  public Component pool() {
    return new Component(name, ComponentKind.MODEL);
  }

  @Override
  public List<Component> components() {
    return List.of(pool());
  }
}
