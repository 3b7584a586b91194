package situs.serving;

import situs.model.Disaggregation;
import situs.model.ServingProfile;

/**
 * A pool whose replicas either prefill or decode, as an estimate sees it.
 *
 * @param terms proportion, and what a transfer takes
 * @param kvBytesPerToken on all accelerators of a replica together
 */
public record SplitReplicas(Disaggregation terms, double kvBytesPerToken) {

  /** Of replicas with a profile. */
  public static SplitReplicas of(Disaggregation terms, ServingProfile profile) {
    return new SplitReplicas(terms, profile.kvBytesPerTokenPerAccelerator() * profile.parallel());
  }

  /** Seconds to send the KV cache of so many tokens, with nobody before it. */
  double transferS(double tokens) {
    return tokens * kvBytesPerToken / terms.linkBytesPerS() + terms.latencyS();
  }

  /** Seconds of replicas, both kinds in proportion, that so much prefill and decoding take. */
  double replicaS(double prefillS, double decodeS) {
    double share = terms.prefillShare();
    return Math.max(prefillS / share, decodeS / (1 - share));
  }
}
