package situs.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.ValidityPage;
import situs.catalog.Catalog;
import situs.model.ServingProfile;
import situs.model.Status;

/**
 * The roofline against every measured profile of the catalogue, over {@link ServingGrid}. The table
 * stands in docs/validity.md, renewed by {@code -Dsitus.golden=write}.
 */
class RooflineErrorsTest {
  /** Above these a row is shown as failing: median and p90 of decode, then of prefill. */
  private static final double[] BOUNDS = {0.05, 0.23, 0.06, 0.19};

  private static final Catalog CATALOG = Catalog.standard();
  private static final ProfileBook BOOK =
      new ProfileBook(CATALOG.profiles(), CATALOG.efficiencies());

  /** Errors of some profiles together. */
  private record Errors(String name, int profiles, double[] decode, double[] prefill) {
    static Errors of(String name, List<ServingProfile> measured) {
      return new Errors(
          name,
          measured.size(),
          measured.stream().flatMapToDouble(RooflineErrorsTest::decode).toArray(),
          measured.stream().flatMapToDouble(RooflineErrorsTest::prefill).toArray());
    }

    double[] bounded() {
      return new double[] {
        ServingGrid.quantile(decode, 0.5),
        ServingGrid.quantile(decode, 0.9),
        ServingGrid.quantile(prefill, 0.5),
        ServingGrid.quantile(prefill, 0.9)
      };
    }

    boolean holds() {
      double[] values = bounded();
      return java.util.stream.IntStream.range(0, 4).allMatch(i -> values[i] <= BOUNDS[i]);
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %s | %s | %s |%n",
          name,
          profiles,
          cells(decode),
          cells(prefill),
          holds() ? "holds" : "**fails**");
    }

    private static String cells(double[] errors) {
      return DoubleStream.of(0.5, 0.9, 1)
          .mapToObj(q -> String.format(Locale.ROOT, "%.1f", 100 * ServingGrid.quantile(errors, q)))
          .collect(Collectors.joining(" | "));
    }
  }

  private static DoubleStream decode(ServingProfile measured) {
    List<ServingGrid.Batch> batches =
        ServingGrid.batches(measured, CATALOG.accelerator(measured.accelerator()).orElseThrow());
    return ServingGrid.errors(
        ServingGrid.decodeS(IterationTime.of(roofline(measured)), batches),
        ServingGrid.decodeS(IterationTime.of(measured), batches));
  }

  private static DoubleStream prefill(ServingProfile measured) {
    return ServingGrid.errors(
        ServingGrid.prefillS(IterationTime.of(roofline(measured))),
        ServingGrid.prefillS(IterationTime.of(measured)));
  }

  private static ServingProfile roofline(ServingProfile measured) {
    return BOOK.roofline(
            CATALOG.model(measured.model()).orElseThrow(),
            CATALOG.accelerator(measured.accelerator()).orElseThrow(),
            measured.parallel(),
            measured.weights())
        .orElseThrow();
  }

  private static List<ServingProfile> measured(Predicate<ServingProfile> wanted) {
    return CATALOG.profiles().stream().filter(wanted).toList();
  }

  private static boolean fittedTo(ServingProfile profile) {
    return RooflineFitTest.FITTED_TO.contains(profile.model())
        && CATALOG.efficiencies().stream()
            .anyMatch(
                e ->
                    e.accelerator().equals(profile.accelerator())
                        && e.provenance().status() == Status.ESTIMATED);
  }

  private static List<Errors> byAccelerator() {
    return CATALOG.profiles().stream()
        .map(p -> p.accelerator() + " | " + p.weights() + " | " + part(p))
        .distinct()
        .map(
            key ->
                Errors.of(
                    key,
                    measured(
                        p -> key.equals(p.accelerator() + " | " + p.weights() + " | " + part(p)))))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private static String part(ServingProfile profile) {
    return fittedTo(profile) ? "fitted" : "held back";
  }

  private static Errors degree(int parallel) {
    return Errors.of(
        "all | all | held back, parallel " + parallel,
        measured(p -> !fittedTo(p) && p.parallel() == parallel));
  }

  @Test
  void thePageHasTheErrorAgainstEveryMeasuredProfile() {
    String table =
        Stream.concat(byAccelerator().stream(), Stream.of(1, 2, 4, 8).map(n -> degree(n)))
            .map(Errors::row)
            .collect(
                Collectors.joining(
                    "",
                    "| accelerator | weights | profiles of | number | decode median | p90 | worst |"
                        + " prefill median | p90 | worst | |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|\n",
                    ""));
    ValidityPage.section("roofline", table);
  }

  @Test
  void mostOfWhatWasHeldBackIsWithinTheBounds() {
    Errors held = Errors.of("held back", measured(p -> !fittedTo(p)));
    assertThat(held.profiles()).isGreaterThan(190);
    assertThat(held.holds()).as(held.row()).isTrue();
  }
}
