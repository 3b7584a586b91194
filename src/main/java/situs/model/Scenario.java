package situs.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be simulated, validated and complete: every name resolved, every price found.
 *
 * @param question what it is to answer, for the reader
 * @param owner who owns the models and products, lower case; decides first or third party
 * @param home the contractual home provider; empty where no contract names one
 * @param starts the first instant that is measured; the warm-up lies before it
 * @param duration of the measured window
 * @param profiles serving profiles at hand, measured before derived
 * @param storage price of session state by region; empty where unknown
 * @param bytesPerToken bytes of payload that a token takes on the wire
 * @param jitter network jitter: each way takes its half round trip times 1 + an exponential with
 *     this mean
 * @param routing the rule for placements whose strategy has no reason for another
 */
public record Scenario(
    String name,
    String question,
    Optional<String> owner,
    Optional<String> home,
    Instant starts,
    Duration duration,
    Duration warmUp,
    long seed,
    int replications,
    List<Datacenter> datacenters,
    List<Workload> workloads,
    List<Incident> incidents,
    List<ServingProfile> profiles,
    Optional<StoragePrice> storage,
    Network network,
    double bytesPerToken,
    double jitter,
    RoutingRule routing) {

  public Scenario {
    datacenters = List.copyOf(datacenters);
    workloads = List.copyOf(workloads);
    incidents = List.copyOf(incidents);
    profiles = List.copyOf(profiles);
  }

  /** The same, run for another time, with another seed and number of replications. */
  public Scenario withRun(Duration duration, long seed, int replications) {
    return copy(duration, warmUp, seed, replications, datacenters, workloads, incidents);
  }

  /** The same with other capacity and demand. */
  public Scenario with(List<Datacenter> datacenters, List<Workload> workloads) {
    return copy(duration, warmUp, seed, replications, datacenters, workloads, incidents);
  }

  /** The same with a warm-up of another length. */
  public Scenario withWarmUp(Duration length) {
    return copy(duration, length, seed, replications, datacenters, workloads, incidents);
  }

  /** The same without incidents, and with every demand levelled ({@link Arrivals#levelled}). */
  public Scenario levelled() {
    List<Workload> level =
        workloads.stream()
            .map(
                w ->
                    w.withDemand(
                        w.demand().stream()
                            .map(
                                d ->
                                    new OriginDemand(d.metro(), d.arrivals().levelled(durationS())))
                            .toList()))
            .toList();
    return copy(duration, warmUp, seed, replications, datacenters, level, List.of());
  }

  private Scenario copy(
      Duration duration,
      Duration warmUp,
      long seed,
      int replications,
      List<Datacenter> datacenters,
      List<Workload> workloads,
      List<Incident> incidents) {
    return new Scenario(
        name,
        question,
        owner,
        home,
        starts,
        duration,
        warmUp,
        seed,
        replications,
        datacenters,
        workloads,
        incidents,
        profiles,
        storage,
        network,
        bytesPerToken,
        jitter,
        routing);
  }

  /** The workload of that name; throws {@link IllegalArgumentException} for another. */
  public Workload workload(String name) {
    return workloads.stream()
        .filter(w -> w.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload '" + name + "'"));
  }

  /** The model pool that answers a workload's model calls: its own, or the one that it calls. */
  public ModelWorkload modelOf(Workload workload) {
    if (workload instanceof FrontierWorkload frontier) {
      return (ModelWorkload) workload(frontier.calls());
    }
    return (ModelWorkload) workload;
  }

  /** What is signed for, an hour, whether or not anything is placed there. */
  public Money signedPerHour() {
    return datacenters.stream()
        .flatMap(place -> place.offers().stream())
        .filter(offer -> offer.purchase() == Purchase.COMMITTED)
        .map(offer -> offer.price().perHour().times(offer.instances()))
        .reduce(Money.ZERO, Money::plus);
  }

  /** Length of the measured window in seconds. */
  public double durationS() {
    return duration.toNanos() / 1e9;
  }

  /** Length of the warm-up in seconds. */
  public double warmUpS() {
    return warmUp.toNanos() / 1e9;
  }
}
