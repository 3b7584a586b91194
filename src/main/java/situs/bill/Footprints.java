package situs.bill;

import java.util.Optional;
import situs.model.Figure;
import situs.model.InstanceType;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;
import situs.simulation.FleetUse;
import situs.simulation.Observations;
import situs.simulation.PoolUse;

/**
 * Energy of the instances for as long as they were rented, by {@link PowerModel}, times the PUE of
 * their region; CO2 by the intensity of its grid. A state store has no instances and counts
 * nothing. What a managed model takes is its operator's knowledge: with one, nothing is known.
 */
public final class Footprints {
  private Footprints() {}

  /** Energy is empty where one power or PUE is missing, CO2 where one grid figure is as well. */
  public static Footprint of(Scenario scenario, Placement placement, Observations observations) {
    Optional<Double> energyKwh = Optional.of(0.0);
    Optional<Double> co2Kg = Optional.of(0.0);
    for (Placed placed : placement.placed()) {
      if (placed.managed().isPresent()) {
        return Footprint.UNKNOWN;
      }
      if (placed.offer().isEmpty() || placed.instances() == 0) {
        continue;
      }
      Optional<Double> kwh = energyKwh(placed, observations);
      Optional<Double> kg =
          placed
              .region()
              .gridGco2PerKwh()
              .map(Figure::value)
              .flatMap(g -> kwh.map(e -> e * g / 1e3));
      energyKwh = sum(energyKwh, kwh);
      co2Kg = sum(co2Kg, kg);
    }
    return new Footprint(energyKwh, co2Kg);
  }

  private static Optional<Double> sum(Optional<Double> a, Optional<Double> b) {
    return a.flatMap(x -> b.map(y -> x + y));
  }

  private static Optional<Double> energyKwh(Placed placed, Observations observations) {
    double hours =
        observations
            .of(placed)
            .flatMap(PoolUse::fleet)
            .map(FleetUse::instanceHours)
            .orElse(placed.instances() * observations.windowS() / 3600);
    InstanceType type = placed.offer().orElseThrow().type();
    return observations
        .of(placed)
        .map(PoolUse::utilisation)
        .flatMap(u -> instanceW(type, u))
        .flatMap(w -> placed.region().pue().map(pue -> w * hours / 1e3 * pue.value()));
  }

  private static Optional<Double> instanceW(InstanceType type, double utilisation) {
    PowerModel power = PowerModel.STANDARD;
    double hostW = power.hostW(type.vcpus(), utilisation);
    return type.accelerator().isEmpty()
        ? Optional.of(hostW)
        : type.accelerator()
            .get()
            .tdpW()
            .map(tdp -> hostW + type.accelerators() * power.acceleratorW(tdp, utilisation));
  }
}
