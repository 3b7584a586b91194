package situs.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;
import situs.Golden;
import situs.catalog.Catalog;
import situs.model.Accelerator;
import situs.model.ModelShape;
import situs.model.Provenance;
import situs.model.RooflineEfficiency;
import situs.model.ServingProfile;
import situs.serving.ServingGrid.Batch;

/**
 * The roofline's efficiencies are those that fit two models best, and this is how they were found:
 * for each accelerator and precision the nine numbers that make the mean relative error over {@link
 * ServingGrid} least, decode and prefill weighing the same. The other models are not looked at;
 * {@link RooflineErrorsTest} holds the result against them.
 */
class RooflineFitTest {
  static final Set<String> FITTED_TO = Set.of("Llama-3.1-8B", "Llama-3.1-70B");

  private static final List<String> ACCELERATORS =
      List.of("A100-SXM-80GB", "H100-SXM", "H200-SXM", "B200", "L40S");

  /** Errors below this weigh less: the measured tables have steps that no smooth curve follows. */
  private static final double FINE = 0.02;

  private static final int FIGURES = 9;
  private static final int MOST_EVALUATIONS = 6000;
  private static final Catalog CATALOG = Catalog.standard();

  /** The measured side of one profile. */
  private record Measured(
      ModelShape model,
      Accelerator accelerator,
      ServingProfile profile,
      List<Batch> batches,
      double[] decodeS,
      double[] prefillS) {
    static Measured of(ServingProfile p) {
      IterationTime time = IterationTime.of(p);
      Accelerator accelerator = CATALOG.accelerator(p.accelerator()).orElseThrow();
      List<Batch> batches = ServingGrid.batches(p, accelerator);
      return new Measured(
          CATALOG.model(p.model()).orElseThrow(),
          accelerator,
          p,
          batches,
          ServingGrid.decodeS(time, batches),
          ServingGrid.prefillS(time));
    }

    double loss(RooflineEfficiency efficiency) {
      Roofline r =
          Roofline.of(model, accelerator, profile.parallel(), profile.weights(), efficiency)
              .orElseThrow();
      return decodeLoss(r) + prefillLoss(r);
    }

    private double decodeLoss(Roofline r) {
      double sum = 0;
      for (int i = 0; i < decodeS.length; i++) {
        Batch b = batches.get(i);
        double computed = r.linearS(b.sequences()) + r.perKvTokenS() * b.kvTokens();
        sum += far(computed / decodeS[i]);
      }
      return sum / Math.max(1, decodeS.length);
    }

    private double prefillLoss(Roofline r) {
      double sum = 0;
      int i = 0;
      for (double t : ServingGrid.PROMPTS) {
        double attention = t * (r.perPromptTokenS() + r.perPromptPairS() * t);
        sum += far((r.linearS(t) + attention) / prefillS[i++]);
      }
      return sum / i;
    }

    private static double far(double ratio) {
      double log = StrictMath.log(ratio);
      return Math.sqrt(log * log + FINE * FINE);
    }
  }

  @Test
  void theCataloguesEfficienciesAreTheBestFit() throws IOException {
    List<RooflineEfficiency> fits = new ArrayList<>();
    for (String precision : List.of("bfloat16", "fp8")) {
      for (String accelerator : ACCELERATORS) {
        List<Measured> measured = measured(accelerator, precision);
        if (!measured.isEmpty()) {
          fits.add(fit(accelerator, precision, measured));
        }
      }
    }
    assertThat(fits).hasSize(9);
    Stream<String> lines =
        Stream.concat(
            fits.stream().map(f -> line(f, "estimated,s163")),
            Stream.of("bfloat16", "fp8").map(w -> line(median(fits, w), "assumed,s164")));
    Golden.check(
        Path.of("src/main/resources/catalog/roofline.csv"),
        "accelerator,weights,memory,compute,kv,attention,link_of_two,link_of_more,layer_us,"
            + "all_reduce_us,sharpness,status,source\n"
            + lines.collect(Collectors.joining()));
  }

  private static List<Measured> measured(String accelerator, String precision) {
    return CATALOG.profiles().stream()
        .filter(p -> p.accelerator().equals(accelerator) && p.weights().equals(precision))
        .filter(p -> FITTED_TO.contains(p.model()))
        .map(Measured::of)
        .toList();
  }

  private static RooflineEfficiency fit(
      String accelerator, String precision, List<Measured> measured) {
    PointValuePair best =
        Stream.of(
                new double[] {1, 1, 1, 0, -1.5, -1.5, 3.5, 1.5, 0},
                new double[] {2, 1, 1, 1, -2, -3, 3, 2, 0.5})
            .map(start -> refined(start, accelerator, precision, measured))
            .min((a, b) -> Double.compare(a.getValue(), b.getValue()))
            .orElseThrow();
    return efficiency(accelerator, precision, best.getPoint());
  }

  /** A simplex that has shrunk is set up anew where it ended, until that helps no more. */
  private static PointValuePair refined(
      double[] start, String accelerator, String precision, List<Measured> measured) {
    ObjectiveFunction loss =
        new ObjectiveFunction(
            z -> {
              RooflineEfficiency e = efficiency(accelerator, precision, z);
              return measured.stream().mapToDouble(m -> m.loss(e)).average().orElseThrow();
            });
    PointValuePair best = new PointValuePair(start, Double.POSITIVE_INFINITY);
    for (int round = 0; round < 4; round++) {
      best =
          new SimplexOptimizer(new SimpleValueChecker(1e-7, 1e-9))
              .optimize(
                  loss,
                  GoalType.MINIMIZE,
                  new MaxEval(MOST_EVALUATIONS),
                  new NelderMeadSimplex(FIGURES, 0.5),
                  new InitialGuess(best.getPoint()));
    }
    return best;
  }

  /** From nine free numbers: shares by the logistic curve, times by the exponential. */
  private static RooflineEfficiency efficiency(String accelerator, String precision, double[] z) {
    double[] shares =
        IntStream.range(0, 6)
            .mapToDouble(i -> Math.max(1e-3, 1 / (1 + StrictMath.exp(-z[i]))))
            .toArray();
    return efficiency(
        accelerator,
        precision,
        shares,
        1e-6 * StrictMath.exp(z[6]),
        1e-6 * StrictMath.exp(z[7]),
        1 + StrictMath.exp(z[8]));
  }

  private static RooflineEfficiency efficiency(
      String accelerator,
      String precision,
      double[] shares,
      double layerS,
      double allReduceS,
      double sharpness) {
    return new RooflineEfficiency(
        accelerator,
        precision,
        shares[0],
        shares[1],
        shares[2],
        shares[3],
        shares[4],
        shares[5],
        layerS,
        allReduceS,
        sharpness,
        Provenance.assumed("this test"));
  }

  private static double[] figures(RooflineEfficiency e) {
    return new double[] {
      e.memory(),
      e.compute(),
      e.kv(),
      e.attention(),
      e.linkOfTwo(),
      e.linkOfMore(),
      1e6 * e.layerS(),
      1e6 * e.allReduceS(),
      e.sharpness()
    };
  }

  private static RooflineEfficiency median(List<RooflineEfficiency> fits, String precision) {
    List<double[]> all =
        fits.stream()
            .filter(f -> f.weights().equals(precision))
            .map(RooflineFitTest::figures)
            .toList();
    double[] medians =
        IntStream.range(0, FIGURES)
            .mapToDouble(
                i -> ServingGrid.quantile(all.stream().mapToDouble(f -> f[i]).toArray(), 0.5))
            .toArray();
    return efficiency(
        RooflineEfficiency.ANY,
        precision,
        Arrays.copyOf(medians, 6),
        1e-6 * medians[6],
        1e-6 * medians[7],
        medians[8]);
  }

  private static String line(RooflineEfficiency e, String origin) {
    String figures =
        Arrays.stream(figures(e))
            .mapToObj(f -> String.format(Locale.ROOT, "%.4g", f))
            .collect(Collectors.joining(","));
    return e.accelerator() + "," + e.weights() + "," + figures + "," + origin + "\n";
  }
}
