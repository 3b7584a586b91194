package situs.scenario;

import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Units;
import situs.model.Burstiness;

/**
 * {@code {kind: gamma, dispersion: 4}}, or {@code {kind: mmpp, dispersion: 40, time-scale: 1 min,
 * quiet: 20 %}}.
 */
final class BurstinessReader {
  private static final double MOST = 1e6;
  private static final double LEAST = 1e-3;

  Optional<Burstiness> read(MapReader reader) {
    Optional<String> kind =
        reader.required(
            "kind", "gamma", key -> reader.oneOf(key, List.of("poisson", "gamma", "mmpp")));
    Optional<Burstiness> read =
        switch (kind.orElse("")) {
          case "poisson" -> Optional.of(Burstiness.POISSON);
          case "gamma" -> dispersion(reader).map(Burstiness.Gamma::new);
          case "mmpp" -> mmpp(reader);
          default -> Optional.empty();
        };
    kind.ifPresent(k -> onlyItsOwn(reader, k));
    List.of("dispersion", "time-scale", "quiet").forEach(reader::node);
    reader.done();
    return read;
  }

  private static void onlyItsOwn(MapReader reader, String kind) {
    List<String> others =
        switch (kind) {
          case "poisson" -> List.of("dispersion", "time-scale", "quiet");
          case "gamma" -> List.of("time-scale", "quiet");
          default -> List.of();
        };
    for (String key : others) {
      if (reader.has(key)) {
        reader.issues().add(reader.at(key), "'" + key + "' is not of the kind " + kind);
      }
    }
  }

  private static Optional<Double> dispersion(MapReader reader) {
    return reader.required("dispersion", "4", key -> reader.number(key, LEAST, MOST));
  }

  private static Optional<Burstiness> mmpp(MapReader reader) {
    Optional<Double> dispersion = dispersion(reader);
    Optional<Double> scale =
        reader.required("time-scale", "1 min", key -> reader.positive(key, Units.TIME));
    Optional<Double> quiet = reader.share("quiet");
    boolean ok = true;
    if (dispersion.isPresent() && dispersion.get() <= 1) {
      reader
          .issues()
          .add(reader.at("dispersion"), "'dispersion' of an mmpp must be above 1: 1 is poisson");
      ok = false;
    }
    if (quiet.isPresent() && quiet.get() >= 1) {
      reader.issues().add(reader.at("quiet"), "'quiet' must be below 1");
      ok = false;
    }
    return ok && dispersion.isPresent() && scale.isPresent()
        ? Optional.of(new Burstiness.Mmpp(dispersion.get(), scale.get(), quiet.orElse(0.0)))
        : Optional.empty();
  }
}
