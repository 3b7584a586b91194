package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.ValidityPage;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ModelWorkload.Scheduler;
import situs.model.ServingProfile;
import situs.model.ServingProfile.Knots;
import situs.serving.IterationTime;

/**
 * The same requests as in runs of others, where those stand beside the project: Vidur (Agrawal et
 * al., MLSys 2024) with Llama-2-70B on two A100, and vLLM 0.19 measured with Llama-3.1-8B on an RTX
 * 4090. Iteration times are those that Vidur itself predicts, and those measured on that card.
 */
class ReferenceRunsTest {
  private static final Path SHARED = Path.of("../shared");

  /** Vidur's batches of 128, and 3,328 blocks; {@code watermark_blocks_fraction} is 1 %. */
  private static final int VIDURS_TOKENS = 3328 * 16;

  private static final Batching SARATHI = new Batching(128, 512, 1);
  private static final Batching VLLM_V0 =
      new Batching(Scheduler.PREFILL_FIRST, 128, 4096, 4096, KvMemory.DEFAULT, Optional.empty(), 1);

  /** Today's scheduler knows no watermark. */
  private static final Batching VLLM_V1 =
      new Batching(
          Scheduler.CHUNKED,
          256,
          2048,
          2048,
          new KvMemory(KvPolicy.PREEMPT, 0),
          Optional.empty(),
          1);

  private static final int CARDS_TOKENS = 2588 * 16;

  /** What a run says of its requests, seconds. */
  private record Latencies(double[] ttft, double[] tpot, double[] call) {
    static Latencies of(List<NamedCsvRecord> rows, String ttft, String tpot, String call) {
      return new Latencies(column(rows, ttft), column(rows, tpot), column(rows, call));
    }

    static Latencies of(BatchRun run, BatchRun.Seen seen) {
      int n = run.arrival().length;
      Latencies l = new Latencies(new double[n], new double[n], new double[n]);
      for (int i = 0; i < n; i++) {
        l.ttft[i] = seen.first()[i] - run.arrival()[i];
        l.call[i] = seen.end()[i] - run.arrival()[i];
        l.tpot[i] = (seen.end()[i] - seen.first()[i]) / Math.max(1, run.output()[i] - 1);
      }
      return l;
    }
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file);
        Stream<NamedCsvRecord> rows = reader.stream()) {
      return rows.toList();
    }
  }

  private static double[] column(List<NamedCsvRecord> rows, String name) {
    return rows.stream().mapToDouble(r -> Double.parseDouble(r.getField(name))).toArray();
  }

  private static int[] tokens(List<NamedCsvRecord> rows, String name) {
    return Arrays.stream(column(rows, name)).mapToInt(v -> (int) v).toArray();
  }

  /** Iteration times of a model on a card, by the names of the file. */
  private static IterationTime times(String model, String gpu) throws IOException {
    NamedCsvRecord r =
        rows(SHARED.resolve("facts/serving_profiles_knots.csv")).stream()
            .filter(row -> row.getField("model").equals(model))
            .filter(row -> row.getField("gpu").equals(gpu))
            .findFirst()
            .orElseThrow();
    Knots knots =
        new Knots(
            Arrays.stream(r.getField("knots_tokens").split(" ")).map(Integer::valueOf).toList(),
            Arrays.stream(r.getField("lin_s").split(" ")).map(Double::valueOf).toList(),
            number(r, "dec_a_s"),
            number(r, "dec_b_s_per_seq"),
            number(r, "dec_c_s_per_kvtok"),
            number(r, "pre_q0_s"),
            number(r, "pre_q1_s_per_tok"),
            number(r, "pre_q2_s_per_tok2"));
    return IterationTime.of(new ServingProfile("m", "g", 2, "bf16", knots, 1, 1, Worlds.HERE));
  }

  private static double number(NamedCsvRecord row, String name) {
    return Double.parseDouble(row.getField(name));
  }

  private static List<NamedCsvRecord> reference(String name) throws IOException {
    Path file = SHARED.resolve("reference/" + name + ".csv");
    assumeTrue(Files.exists(file), "skipped: " + file + " is not beside the project");
    return rows(file);
  }

  @Test
  @Tag("validity-page")
  void meetsVidurAndVllmAsMeasured() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        "| run | figure | theirs, s | ours, s | difference | allowed | verdict | preemptions |\n");
    table.append("|---|---|---|---|---|---|---|---|\n");
    for (String scheduler : List.of("sarathi", "vllm")) {
      for (String rate : List.of("0.25", "0.5")) {
        table.append(vidur(scheduler, rate));
      }
    }
    table.append(measured());
    ValidityPage.section("reference-runs", table.toString());
  }

  private static String vidur(String scheduler, String rate) throws IOException {
    List<NamedCsvRecord> rows =
        reference("vidur_llama2-70b_a100_tp2_" + scheduler + "_poisson_q" + rate);
    BatchRun run =
        new BatchRun(
            column(rows, "arrival_s"),
            tokens(rows, "prompt_tokens"),
            tokens(rows, "output_tokens"),
            times("Llama-2-70B", "a100_sxm(vidur)"),
            scheduler.equals("vllm") ? VLLM_V0 : SARATHI,
            VIDURS_TOKENS);
    Latencies vidur = Latencies.of(rows, "ttft_s", "tbt_mean_s", "e2e_s");
    return compare("Vidur, " + scheduler + ", " + rate + "/s", run, vidur, 0.04, 0.10);
  }

  private static String measured() throws IOException {
    List<NamedCsvRecord> rows = reference("RTX4090_Llama-3.1-8B");
    BatchRun run =
        new BatchRun(
            column(rows, "measured_arrival_s"),
            tokens(rows, "prompt_tokens"),
            tokens(rows, "output_tokens"),
            times("Llama-3.1-8B", "rtx4090"),
            VLLM_V1,
            CARDS_TOKENS);
    Latencies measured = Latencies.of(rows, "vllm_ttft_s", "vllm_tpot_s", "vllm_e2e_s");
    return compare("vLLM 0.19 measured, RTX 4090", run, measured, 0.05, 0.10);
  }

  private static String compare(
      String name, BatchRun run, Latencies reference, double meanWithin, double tailWithin) {
    BatchRun.Seen seen = run.jumping();
    Latencies ours = Latencies.of(run, seen);
    String end = String.format(Locale.ROOT, "%,d", seen.kv().preemptions());
    return lines(name, "TTFT", ours.ttft, reference.ttft, meanWithin, tailWithin, end)
        + lines(name, "TPOT", ours.tpot, reference.tpot, meanWithin, tailWithin, end)
        + lines(name, "call", ours.call, reference.call, meanWithin, tailWithin, end);
  }

  private static String lines(
      String run,
      String metric,
      double[] ours,
      double[] reference,
      double meanWithin,
      double tailWithin,
      String end) {
    return line(run, metric + " mean", mean(ours), mean(reference), meanWithin, end)
        + line(run, metric + " p99", p99(ours), p99(reference), tailWithin, end);
  }

  private static String line(
      String run, String figure, double ours, double reference, double within, String end) {
    assertThat(ours).as(run + ": " + figure).isCloseTo(reference, within(within * reference));
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %+.1f %% | %.0f %% | within | %s |%n",
        run,
        figure,
        reference,
        ours,
        100 * (ours / reference - 1),
        100 * within,
        end);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double p99(double[] values) {
    return Arrays.stream(values).sorted().toArray()[(int) Math.ceil(0.99 * values.length) - 1];
  }
}
