package situs.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The way that traffic of a workload takes, whole: client, runtime, model. What a clause judges is
 * one hop of it, with the whole chain in sight.
 *
 * @param chain stations in order, the client first
 * @param hop index of the hop: from {@code chain[hop]} to {@code chain[hop + 1]}
 */
public record Route(String workload, String origin, List<Stop> chain, int hop, Cause cause) {

  public Route {
    chain = List.copyOf(chain);
    if (hop < 0 || hop >= chain.size() - 1) {
      throw new IllegalArgumentException("hop " + hop + " of a chain of " + chain.size());
    }
  }

  public Stop source() {
    return chain.get(hop);
  }

  public Stop target() {
    return chain.get(hop + 1);
  }

  /** How findings name it: {@code agents from Paris: client > aws/us-east-1, hop 0, primary}. */
  public String name() {
    return "%s from %s: %s, hop %d, %s".formatted(workload, origin, chainText(), hop, cause.word());
  }

  /** {@code client > aws/us-east-1 > azure/eastus2}. */
  public String chainText() {
    return chain.stream()
        .map(s -> s.role().equals("client") ? "client" : s.place())
        .collect(Collectors.joining(" > "));
  }
}
