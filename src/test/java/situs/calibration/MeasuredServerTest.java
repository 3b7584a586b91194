package situs.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.catalog.Catalog;
import situs.document.Issues;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ModelWorkload.Scheduler;
import situs.serving.IterationTime;
import situs.serving.ProfileBook;
import situs.trace.BadRows;
import situs.trace.MeasuredReader;
import situs.trace.MeasuredRequests;
import situs.trace.TraceTimeUnit;

/**
 * A profile from a run of vLLM 0.19 on an RTX 4090 with Llama-3.1-8B, where that run stands beside
 * the project. Its memory is full most of the time, and its queue up to two minutes long.
 */
class MeasuredServerTest {
  private static final Path RUN = Path.of("../shared/reference/RTX4090_Llama-3.1-8B.csv");

  /** As the run's log states it: 2,588 blocks, 256 sequences, 2,048 tokens, no watermark. */
  private static final Server SERVER =
      new Server(
          new Batching(
              Scheduler.CHUNKED,
              256,
              2048,
              2048,
              new KvMemory(KvPolicy.PREEMPT, 0),
              Optional.empty(),
              0),
          2588 * 16);

  private static MeasuredRequests measured() {
    assumeTrue(Files.exists(RUN), "skipped: " + RUN + " is not beside the project");
    Map<String, String> columns =
        Map.of("arrival", "measured_arrival_s", "ttft", "vllm_ttft_s", "call", "vllm_e2e_s");
    return MeasuredReader.read(RUN, columns, TraceTimeUnit.SECONDS, BadRows.FAIL, new Issues())
        .orElseThrow();
  }

  @Test
  void itsFirstPartForetellsTheRest() {
    MeasuredRequests measured = measured();
    Calibration fit = Calibration.of(measured, SERVER, 0.3, roofline());
    System.out.print(
        CalibratedBlock.of(
            new CalibratedBlock.Subject("Llama-3.1-8B", "RTX-4090", 1, "bfloat16"),
            measured,
            SERVER,
            fit));
    List<RunError> keptBack =
        fit.errors().stream().filter(e -> e.part() == RunError.Part.KEPT_BACK).toList();
    assertThat(keptBack)
        .hasSize(3)
        .allSatisfy(e -> assertThat(e.mean()).as("%s", e.metric()).isBetween(-0.05, 0.05))
        .allSatisfy(e -> assertThat(e.each()).as("%s", e.metric()).isLessThan(0.05));
  }

  /** What the card's operators were measured to take; the fit knows nothing of it. */
  @Test
  void itsIterationsAreThoseOfTheCard() {
    IterationTime found =
        IterationTime.of(Calibration.of(measured(), SERVER, 0.3, roofline()).terms());
    Catalog catalog = Catalog.standard();
    IterationTime operators =
        IterationTime.of(
            catalog.profiles().stream()
                .filter(p -> p.model().equals("Llama-3.1-8B"))
                .filter(p -> p.accelerator().equals("RTX-4090"))
                .findFirst()
                .orElseThrow());
    // The batch and the memory that the run had: some 30 sequences, 41,408 tokens
    assertThat(found.decodeS(30, 40_000) / operators.decodeS(30, 40_000)).isBetween(0.9, 1.1);
    assertThat(mixedS(found) / mixedS(operators)).isBetween(0.9, 1.1);
  }

  /** A prompt of 1,000 tokens beside 30 sequences. */
  private static double mixedS(IterationTime time) {
    return time.baseS(30, 1000) + 40_000 * time.perKvTokenS() + time.chunkS(1000, 0);
  }

  private static Optional<IterationTime> roofline() {
    Catalog catalog = Catalog.standard();
    return new ProfileBook(List.of(), catalog.efficiencies())
        .roofline(
            catalog.model("Llama-3.1-8B").orElseThrow(),
            catalog.accelerator("RTX-4090").orElseThrow(),
            1,
            "bfloat16")
        .map(IterationTime::of);
  }
}
