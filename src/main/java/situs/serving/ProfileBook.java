package situs.serving;

import java.util.List;
import java.util.Optional;
import situs.model.Accelerator;
import situs.model.ModelShape;
import situs.model.RooflineEfficiency;
import situs.model.ServingProfile;

/**
 * The serving profiles at hand: those measured or given, and where there is none the roofline's.
 *
 * @param given the first that matches counts
 * @param efficiencies of the roofline
 */
public record ProfileBook(List<ServingProfile> given, List<RooflineEfficiency> efficiencies) {

  public ProfileBook {
    given = List.copyOf(given);
    efficiencies = List.copyOf(efficiencies);
  }

  /** The profile of a model on so many accelerators; empty where a datasheet lacks a figure. */
  public Optional<ServingProfile> find(
      ModelShape model, Accelerator accelerator, int parallel, String weights) {
    return given.stream()
        .filter(p -> p.model().equals(model.name()) && p.weights().equals(weights))
        .filter(p -> p.accelerator().equals(accelerator.name()) && p.parallel() == parallel)
        .findFirst()
        .or(() -> roofline(model, accelerator, parallel, weights));
  }

  /** The roofline's profile, whether or not a measured one exists. */
  public Optional<ServingProfile> roofline(
      ModelShape model, Accelerator accelerator, int parallel, String weights) {
    return efficiency(accelerator, Roofline.computedIn(accelerator, weights))
        .flatMap(e -> Roofline.of(model, accelerator, parallel, weights, e))
        .map(Roofline::profile);
  }

  private Optional<RooflineEfficiency> efficiency(Accelerator accelerator, String precision) {
    List<RooflineEfficiency> fitting =
        efficiencies.stream().filter(e -> e.weights().equals(precision)).toList();
    return named(fitting, accelerator.name()).or(() -> named(fitting, RooflineEfficiency.ANY));
  }

  private static Optional<RooflineEfficiency> named(
      List<RooflineEfficiency> efficiencies, String accelerator) {
    return efficiencies.stream().filter(e -> e.accelerator().equals(accelerator)).findFirst();
  }
}
