package situs.placement;

import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** Strategies that come as services in jars on the class path. */
final class OwnStrategies {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private OwnStrategies() {}

  /**
   * In the order of the class path.
   *
   * @param taken names of the bundled ones
   * @throws StrategyException for one that cannot be made, or whose name will not do
   */
  static List<Strategy> found(List<String> taken) {
    List<String> names = new ArrayList<>(taken);
    List<Strategy> found = new ArrayList<>();
    try {
      StrategyLoader loader = StrategyLoader.of(Thread.currentThread().getContextClassLoader());
      Iterator<Strategy> services = ServiceLoader.load(Strategy.class, loader).iterator();
      while (services.hasNext()) {
        Checked own = checked(services.next(), names);
        names.add(own.name());
        found.add(own);
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new StrategyException(
          "a strategy on the class path cannot be made: " + e.getMessage(), e);
    }
    return found;
  }

  private static Checked checked(Strategy strategy, List<String> names) {
    String who = strategy.getClass().getName() + " from " + origin(strategy);
    String name = strategy.name();
    if (name == null || !NAME.matcher(name).matches()) {
      throw new StrategyException(
          who + ": '" + name + "' is no name for a strategy: lower-case letters, digits and '-'");
    }
    if (names.contains(name)) {
      throw new StrategyException(who + ": there is a strategy '" + name + "' already");
    }
    return new Checked(strategy, origin(strategy));
  }

  /** The jar's or folder's name. */
  private static String origin(Strategy strategy) {
    return Optional.ofNullable(strategy.getClass().getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(location -> Path.of(location.getPath()).getFileName())
        .map(Path::toString)
        .orElse("an unknown place");
  }
}
