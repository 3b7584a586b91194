package situs.placement;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import situs.model.Component;
import situs.model.ComponentKind;

/**
 * Plans that need not be simulated, for one like them was, and missed what it promised.
 *
 * @param components that what it missed depends on; of others a plan may have anything
 * @param extent of the plan that missed
 */
public record Refuted(Set<Component> components, Extent extent, Reach reach) {

  /** Which plans are taken to miss the same. */
  public enum Reach {
    /** Those that have as many of everything. */
    AS_MANY,
    /**
     * Those that have as many or fewer of the models' pools, behind runtimes in the same places.
     */
    NO_MORE
  }

  public Refuted {
    components = Set.copyOf(components);
  }

  /** Whether a plan with fewer of this misses, too. */
  boolean fewerMiss(Component component) {
    return reach == Reach.NO_MORE && component.kind() == ComponentKind.MODEL;
  }

  /** What is no longer tried, for the reader. */
  public String words() {
    return (reach == Reach.NO_MORE ? "no more of " : "as many of ")
        + new TreeSet<>(components)
            .stream().map(Component::toString).collect(Collectors.joining(", "));
  }
}
