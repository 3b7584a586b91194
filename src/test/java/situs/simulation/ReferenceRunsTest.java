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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.model.ModelWorkload.Batching;
import situs.model.ServingProfile;
import situs.model.ServingProfile.Knots;
import situs.serving.IterationTime;

/**
 * The same requests as in runs of Vidur (Agrawal et al., MLSys 2024), where those stand beside the
 * project: Llama-2-70B on two A100, Sarathi's scheduler with chunks of 512, batches of at most 128,
 * 3,328 blocks of 16 tokens.
 */
class ReferenceRunsTest {
  private static final Path SHARED = Path.of("../shared");
  private static final int KV_TOKENS = 3328 * 16;

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file);
        Stream<NamedCsvRecord> rows = reader.stream()) {
      return rows.toList();
    }
  }

  private static double[] column(List<NamedCsvRecord> rows, String name) {
    return rows.stream().mapToDouble(r -> Double.parseDouble(r.getField(name))).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** The iteration times that Vidur itself predicts for this model and hardware. */
  private static IterationTime vidursTimes() throws IOException {
    NamedCsvRecord r =
        rows(SHARED.resolve("facts/serving_profiles_knots.csv")).stream()
            .filter(row -> row.getField("model").equals("Llama-2-70B"))
            .filter(row -> row.getField("gpu").equals("a100_sxm(vidur)"))
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

  @ParameterizedTest(name = "{0} requests a second")
  @CsvSource({"0.25", "0.5"})
  void meansAreWithinFourPercentOfVidurs(String rate) throws IOException {
    Path file =
        SHARED.resolve("reference/vidur_llama2-70b_a100_tp2_sarathi_poisson_q" + rate + ".csv");
    assumeTrue(Files.exists(file), "the reference runs are not beside the project");
    List<NamedCsvRecord> rows = rows(file);
    double[] arrival = column(rows, "arrival_s");
    int[] prompt = Arrays.stream(column(rows, "prompt_tokens")).mapToInt(v -> (int) v).toArray();
    int[] output = Arrays.stream(column(rows, "output_tokens")).mapToInt(v -> (int) v).toArray();
    double[][] seen =
        new BatchRun(arrival, prompt, output, vidursTimes(), new Batching(128, 512, 1), KV_TOKENS)
            .fast();
    double[] ttft = new double[seen.length];
    double[] tpot = new double[seen.length];
    double[] call = new double[seen.length];
    for (int i = 0; i < seen.length; i++) {
      ttft[i] = seen[i][0] - arrival[i];
      call[i] = seen[i][1] - arrival[i];
      tpot[i] = (seen[i][1] - seen[i][0]) / Math.max(1, output[i] - 1);
    }
    compare(rate, "TTFT", mean(ttft), mean(column(rows, "ttft_s")));
    compare(rate, "TPOT", mean(tpot), mean(column(rows, "tbt_mean_s")));
    compare(rate, "call", mean(call), mean(column(rows, "e2e_s")));
  }

  private static void compare(String rate, String metric, double ours, double vidurs) {
    System.out.printf(
        "%s/s %-4s mean %.4f s, Vidur %.4f s, %+.1f %%%n",
        rate, metric, ours, vidurs, 100 * (ours / vidurs - 1));
    assertThat(ours).as(metric).isCloseTo(vidurs, within(0.04 * vidurs));
  }
}
