package situs.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;
import situs.simulation.ReplicaReplay;
import situs.simulation.ReplicaReplay.Seen;
import situs.trace.MeasuredRequest;

/** Measured requests, and the same through a simulated replica. */
final class MeasuredRun {
  /** Its multiples modulo 1 are spread evenly: the golden ratio less 1. */
  private static final double GOLDEN = 0.6180339887498949;

  private final List<MeasuredRequest> measured;
  private final List<Pass> passes;

  /** A replay, and when its requests arrive. */
  private record Pass(double[] arrivalS, ReplicaReplay replay) {}

  private MeasuredRun(List<MeasuredRequest> measured, List<Pass> passes) {
    this.measured = List.copyOf(measured);
    this.passes = List.copyOf(passes);
  }

  /** Simulated once, with the arrivals as measured. */
  static MeasuredRun of(List<MeasuredRequest> measured, Server server) {
    return blurred(measured, server, 1);
  }

  /**
   * Simulated so many times, and the mean taken, with each arrival moved by up to half an
   * iteration. Where in an iteration a request arrives changes with every change of a term, the
   * more the longer the server was busy: without the mean each such change has a best of its own.
   */
  static MeasuredRun blurred(List<MeasuredRequest> measured, Server server, int times) {
    double iterationS = iterationS(measured);
    List<Pass> passes = new ArrayList<>();
    for (int pass = 0; pass < times; pass++) {
      double[] arrivalS = new double[measured.size()];
      for (int i = 0; i < arrivalS.length; i++) {
        double share = times == 1 ? 0.5 : (pass + 0.5) / times + GOLDEN * i;
        double movedS = measured.get(i).arrivalS() + (share - Math.floor(share) - 0.5) * iterationS;
        arrivalS[i] = i == 0 ? movedS : Math.max(arrivalS[i - 1], movedS);
      }
      passes.add(new Pass(arrivalS, replay(arrivalS, measured, server)));
    }
    return new MeasuredRun(measured, passes);
  }

  /** The median time per output token; 0 where there is none. */
  private static double iterationS(List<MeasuredRequest> measured) {
    double[] sorted =
        measured.stream()
            .filter(r -> r.outputTokens() > 1)
            .mapToDouble(r -> r.decodeS() / (r.outputTokens() - 1))
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static ReplicaReplay replay(
      double[] arrivalS, List<MeasuredRequest> measured, Server server) {
    return new ReplicaReplay(
        arrivalS,
        measured.stream().mapToInt(MeasuredRequest::promptTokens).toArray(),
        measured.stream().mapToInt(MeasuredRequest::outputTokens).toArray(),
        server.batching(),
        server.kvTokens());
  }

  int size() {
    return measured.size();
  }

  List<MeasuredRequest> measured() {
    return measured;
  }

  /** The requests as a replica with such iteration times answers them. */
  List<MeasuredRequest> simulated(ThreeTerms terms) {
    IterationTime time = IterationTime.of(terms);
    double[] ttftS = new double[size()];
    double[] callS = new double[size()];
    for (Pass pass : passes) {
      Seen seen = pass.replay().under(time);
      for (int i = 0; i < ttftS.length; i++) {
        ttftS[i] += (seen.firstS()[i] - pass.arrivalS()[i]) / passes.size();
        callS[i] += (seen.endS()[i] - pass.arrivalS()[i]) / passes.size();
      }
    }
    return IntStream.range(0, ttftS.length)
        .mapToObj(i -> answered(measured.get(i), ttftS[i], callS[i]))
        .toList();
  }

  private static MeasuredRequest answered(MeasuredRequest r, double ttftS, double callS) {
    return new MeasuredRequest(r.arrivalS(), r.promptTokens(), r.outputTokens(), ttftS, callS);
  }
}
