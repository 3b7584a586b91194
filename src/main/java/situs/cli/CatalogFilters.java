package situs.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Option;
import situs.catalog.Catalog;
import situs.document.InputException;
import situs.document.Names;
import situs.model.Accelerator;
import situs.model.ModelShape;

/** Options that narrow a table of the catalogue down, one mixin each. */
final class CatalogFilters {
  private CatalogFilters() {}

  /** Rows of one provider. */
  static final class Provider {
    @Option(names = "--provider", paramLabel = "PROVIDER", description = "Only this provider.")
    private Optional<String> wanted = Optional.empty();

    <R> Predicate<R> among(Catalog catalog, Function<R, String> name) {
      List<String> known =
          catalog.regions().stream().map(r -> r.id().provider()).distinct().toList();
      return equalTo(wanted, "provider", known, name);
    }
  }

  /** Rows of one region. */
  static final class InRegion {
    @Option(names = "--region", paramLabel = "REGION", description = "Only this provider/region.")
    private Optional<String> wanted = Optional.empty();

    <R> Predicate<R> among(Catalog catalog, Function<R, String> name) {
      return equalTo(wanted, "region", Latency.regions(catalog), name);
    }
  }

  /** Rows of one instance type. */
  static final class Type {
    @Option(names = "--type", paramLabel = "TYPE", description = "Only this instance type.")
    private Optional<String> wanted = Optional.empty();

    <R> Predicate<R> among(Catalog catalog, Function<R, String> name) {
      List<String> known = catalog.instanceTypes().stream().map(t -> t.name()).toList();
      return equalTo(wanted, "instance type", known, name);
    }
  }

  /** Rows of one model. */
  static final class OfModel {
    @Option(names = "--model", paramLabel = "NAME", description = "Only this model.")
    private Optional<String> wanted = Optional.empty();

    boolean asked() {
      return wanted.isPresent();
    }

    <R> Predicate<R> among(Catalog catalog, Function<R, String> name) {
      List<String> known = catalog.models().stream().map(ModelShape::name).toList();
      return equalTo(wanted, "model", known, name);
    }
  }

  /** Rows of one accelerator. */
  static final class OnAccelerator {
    @Option(names = "--accelerator", paramLabel = "NAME", description = "Only this accelerator.")
    private Optional<String> wanted = Optional.empty();

    boolean asked() {
      return wanted.isPresent();
    }

    <R> Predicate<R> among(Catalog catalog, Function<R, String> name) {
      List<String> known = catalog.accelerators().stream().map(Accelerator::name).toList();
      return equalTo(wanted, "accelerator", known, name);
    }
  }

  /** Rows of one precision of the weights. */
  static final class InPrecision {
    @Option(names = "--weights", paramLabel = "PRECISION", description = "Only this precision.")
    private Optional<String> wanted = Optional.empty();

    <R> Predicate<R> among(Function<R, String> name) {
      return equalTo(wanted, "precision", List.of("bfloat16", "fp8", "mxfp4"), name);
    }
  }

  /**
   * Everything passes where nothing is wanted.
   *
   * @throws InputException when what is wanted is not known at all, with the nearest names
   */
  private static <R> Predicate<R> equalTo(
      Optional<String> wanted, String what, Collection<String> known, Function<R, String> name) {
    wanted
        .filter(word -> !known.contains(word))
        .ifPresent(
            word -> {
              throw new InputException(
                  "unknown " + what + " '" + word + "'" + Names.hint(word, known));
            });
    return row -> wanted.map(word -> word.equals(name.apply(row))).orElse(true);
  }
}
