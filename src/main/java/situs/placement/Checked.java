package situs.placement;

import java.util.List;
import java.util.Optional;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * A strategy from outside. What it returns is checked before anything uses it.
 *
 * @param origin where it came from, for the reader
 */
record Checked(Strategy strategy, String origin) implements Strategy {
  private static final int SHOWN = 10;

  @Override
  public String name() {
    return strategy.name();
  }

  @Override
  public String description() {
    return strategy.description();
  }

  /** Throws {@link StrategyException} with everything that is wrong. */
  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    Placement placement = once(scenario, contracts);
    if (!name().equals(placement.strategy())) {
      throw new StrategyException(who() + " calls its placement '" + placement.strategy() + "'");
    }
    List<String> problems = problems(scenario, placement);
    if (!problems.isEmpty()) {
      List<String> shown = problems.stream().limit(SHOWN).map(p -> "\n  " + p).toList();
      String more = problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more" : "";
      throw new StrategyException(
          who() + " returned a placement that cannot be:" + String.join("", shown) + more);
    }
    if (!once(scenario, contracts).equals(placement)) {
      throw new StrategyException(
          who() + " placed one scenario in two ways; it must be a pure function");
    }
    return placement;
  }

  private List<String> problems(Scenario scenario, Placement placement) {
    try {
      return PlacementCheck.problems(scenario, placement);
    } catch (NullPointerException e) {
      throw new StrategyException(who() + " returned a placement that holds a null", e);
    }
  }

  private Placement once(Scenario scenario, Contracts contracts) {
    try {
      Placement placement = strategy.place(scenario, contracts);
      if (placement == null) {
        throw new StrategyException(who() + " returned no placement");
      }
      return placement;
    } catch (StrategyException e) {
      throw e;
    } catch (NoClassDefFoundError e) {
      String what = Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("" + e);
      throw new StrategyException(who() + " uses what is not there for it: " + what, e);
    } catch (RuntimeException | LinkageError e) {
      throw new StrategyException(who() + " failed: " + e, e);
    }
  }

  private String who() {
    return "strategy '" + name() + "' from " + origin;
  }
}
