package situs.simulation;

import java.util.Optional;

/**
 * How a placed component was used in the measured window. For a model pool a request is a model
 * call, for a runtime pool a session; a state store has no servers and counts sessions.
 *
 * @param placement {@link situs.model.Placed#id()}
 * @param arrivals requests that reached it
 * @param completions requests that ended
 * @param turnedAway requests that found it full and went elsewhere or were refused
 * @param meanInSystem time average of the number there, waiting and served
 * @param meanWaiting time average of the number that waited
 * @param meanTimeInSystemS mean over the completed requests, seconds
 * @param meanWaitS mean wait before service of the completed requests, seconds
 * @param utilisation mean share of its capacity in use: replicas with work for a model pool,
 *     session places for a runtime pool, tokens of the rate limit for a managed model, 0 for a
 *     state store
 * @param readyReplicaHours hours that replicas were up
 * @param stateGibHours GiB-hours of session state held (state stores)
 * @param fleet what was rented for it; empty where nothing was seen, then all that was placed
 * @param kv what it met for want of KV memory (model pools)
 * @param prefixes what its prefix caches were good for (model pools)
 * @param tokens what is paid by the token (managed models)
 */
public record PoolUse(
    String placement,
    long arrivals,
    long completions,
    long turnedAway,
    double meanInSystem,
    double meanWaiting,
    double meanTimeInSystemS,
    double meanWaitS,
    double utilisation,
    double readyReplicaHours,
    double stateGibHours,
    KvUse kv,
    PrefixUse prefixes,
    TokenUse tokens,
    Optional<FleetUse> fleet) {

  /** Of a component that is not paid by the token. */
  public PoolUse(
      String placement,
      long arrivals,
      long completions,
      long turnedAway,
      double meanInSystem,
      double meanWaiting,
      double meanTimeInSystemS,
      double meanWaitS,
      double utilisation,
      double readyReplicaHours,
      double stateGibHours,
      KvUse kv,
      PrefixUse prefixes) {
    this(
        placement,
        arrivals,
        completions,
        turnedAway,
        meanInSystem,
        meanWaiting,
        meanTimeInSystemS,
        meanWaitS,
        utilisation,
        readyReplicaHours,
        stateGibHours,
        kv,
        prefixes,
        TokenUse.NONE,
        Optional.empty());
  }

  /** Of a component without KV memory. */
  public PoolUse(
      String placement,
      long arrivals,
      long completions,
      long turnedAway,
      double meanInSystem,
      double meanWaiting,
      double meanTimeInSystemS,
      double meanWaitS,
      double utilisation,
      double readyReplicaHours,
      double stateGibHours) {
    this(
        placement,
        arrivals,
        completions,
        turnedAway,
        meanInSystem,
        meanWaiting,
        meanTimeInSystemS,
        meanWaitS,
        utilisation,
        readyReplicaHours,
        stateGibHours,
        KvUse.NONE,
        PrefixUse.NONE);
  }

  /** The same with what was rented for it. */
  PoolUse with(FleetUse fleet) {
    return new PoolUse(
        placement,
        arrivals,
        completions,
        turnedAway,
        meanInSystem,
        meanWaiting,
        meanTimeInSystemS,
        meanWaitS,
        utilisation,
        readyReplicaHours,
        stateGibHours,
        kv,
        prefixes,
        tokens,
        Optional.of(fleet));
  }
}
