package situs.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import situs.model.Accelerator;
import situs.model.Component;
import situs.model.FrontierWorkload;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.Objective;
import situs.model.Offer;
import situs.model.Region;
import situs.model.Scenario;
import situs.model.ServingProfile;
import situs.model.Workload;
import situs.serving.CallMix;
import situs.serving.IterationTime;
import situs.serving.KvCapacity;
import situs.serving.ReplicaEstimate;
import situs.serving.SplitReplicas;

/**
 * A model pool needs accelerators with a serving profile, memory for the weights, and room for the
 * calls that come.
 *
 * @param mix of all who call the pool; empty when nobody does
 * @param longestCall tokens that a call must be able to hold: the whole context when sessions call,
 *     for one that outgrew its server would wait for ever
 * @param tpotLimitS strictest objective of all who call
 * @param times of iterations by profile: a table of thousands of numbers, so options share it
 */
record ModelFit(
    Scenario scenario,
    ModelWorkload workload,
    List<ServingProfile> profiles,
    Optional<CallMix> mix,
    int longestCall,
    OptionalDouble tpotLimitS,
    Function<ServingProfile, IterationTime> times)
    implements Fit {

  static ModelFit of(
      Scenario scenario, ModelWorkload workload, Function<ServingProfile, IterationTime> times) {
    List<FrontierWorkload> callers = Demand.callersOf(scenario, workload);
    List<ServingProfile> profiles =
        scenario.profiles().stream()
            .filter(p -> p.model().equals(workload.model().name()))
            .filter(p -> p.weights().equals(workload.weights()))
            .toList();
    OptionalDouble limit =
        Stream.concat(Stream.<Workload>of(workload), callers.stream())
            .flatMap(w -> w.objectives().stream())
            .filter(o -> o.metric() == Metric.TPOT)
            .mapToDouble(Objective::limitS)
            .min();
    int longest = callers.isEmpty() ? 0 : workload.model().maxContext();
    return new ModelFit(
        scenario, workload, profiles, mix(scenario, workload, callers), longest, limit, times);
  }

  private static Optional<CallMix> mix(
      Scenario scenario, ModelWorkload workload, List<FrontierWorkload> callers) {
    List<CallMix> mixes = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    if (!workload.demand().isEmpty()) {
      mixes.add(CallMix.direct(workload));
      rates.add(Demand.meanPerSecond(scenario, workload));
    }
    for (FrontierWorkload caller : callers) {
      mixes.add(CallMix.sessions(caller, workload.model()));
      rates.add(Demand.meanPerSecond(scenario, caller) * CallMix.callsPerSession(caller.session()));
    }
    return mixes.isEmpty() ? Optional.empty() : Optional.of(CallMix.together(mixes, rates));
  }

  @Override
  public Component component() {
    return workload.pool();
  }

  @Override
  public Answer on(Region region, Offer offer) {
    if (mix.isEmpty()) {
      return Answer.no("nobody calls this model");
    }
    if (offer.type().accelerator().isEmpty()) {
      return Answer.no("has no accelerators");
    }
    Accelerator accelerator = offer.type().accelerator().get();
    int parallel = workload.parallel().orElse(offer.type().accelerators());
    if (parallel > offer.type().accelerators()) {
      return Answer.no(
          "a replica takes %d accelerators, the instance has %d"
              .formatted(parallel, offer.type().accelerators()));
    }
    return profiles.stream()
        .filter(p -> p.accelerator().equals(accelerator.name()) && p.parallel() == parallel)
        .findFirst()
        .map(p -> served(region, offer, accelerator, p))
        .orElseGet(() -> Answer.no(noProfile(accelerator, parallel)));
  }

  private Answer served(
      Region region, Offer offer, Accelerator accelerator, ServingProfile profile) {
    int kvTokens = KvCapacity.tokens(profile, accelerator);
    if (kvTokens == 0) {
      return Answer.no(KvCapacity.objection(profile, accelerator));
    }
    Optional<ReplicaEstimate> estimate =
        ReplicaEstimate.of(
            times.apply(profile),
            kvTokens,
            workload.batching(),
            mix.orElseThrow(),
            tpotLimitS,
            workload.batching().disaggregation().map(d -> SplitReplicas.of(d, profile)));
    if (kvTokens < longestCall || estimate.isEmpty()) {
      return Answer.no(
          longestCall > 0
              ? "a replica holds %d tokens, a session's context may grow to %d"
                  .formatted(kvTokens, longestCall)
              : "a replica holds %d tokens, less than a mean call".formatted(kvTokens));
    }
    Tenure tenure =
        Tenure.of(
            scenario,
            workload.capacity(),
            offer,
            workload.capacity().boot().loadingS(profile),
            estimate.orElseThrow().callS(mix.orElseThrow(), 1));
    ModelOption option =
        new ModelOption(component(), region, offer, profile, estimate.orElseThrow(), tenure);
    return option.inProportion(option.limit()) > 0
        ? Answer.yes(option)
        : Answer.no(
            "prefill and decode need a replica each, all instances together are %d"
                .formatted(option.replicas(option.limit())));
  }

  private String noProfile(Accelerator accelerator, int parallel) {
    String wanted =
        "no serving profile for %s (%s) on %d x %s"
            .formatted(workload.model().name(), workload.weights(), parallel, accelerator.name());
    String known =
        profiles.stream()
            .map(p -> p.parallel() + " x " + p.accelerator())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return wanted + (known.isEmpty() ? "; there is none at all" : "; there are " + known);
  }
}
