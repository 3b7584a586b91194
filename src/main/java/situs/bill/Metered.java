package situs.bill;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import situs.bill.Course.Basis;
import situs.bill.Course.Spell;
import situs.model.Placed;
import situs.simulation.MeteredUse;
import situs.simulation.Observations;
import situs.simulation.PoolUse;

/**
 * What a component used that is paid by use.
 *
 * @param whole of the window
 * @param parts of it, in the stretches in which it was read; none where nobody read it
 */
record Metered(PoolUse whole, List<MeteredUse> parts, double windowS) {

  /** Empty where it was not seen. */
  static Optional<Metered> of(Placed placed, Observations observations) {
    return observations
        .of(placed)
        .map(
            use ->
                new Metered(
                    use,
                    observations.metered().stream()
                        .filter(part -> part.placement().equals(placed.id()))
                        .toList(),
                    observations.windowS()));
  }

  /** When an amount of it arose. */
  Course course(Function<MeteredUse, BigDecimal> amount) {
    return parts.isEmpty()
        ? Course.even(windowS)
        : new Course(
            parts.stream()
                .map(part -> new Spell(part.fromS(), part.untilS(), amount.apply(part)))
                .toList(),
            Basis.SEEN);
  }
}
