package situs.placement;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Loads strategies from outside, which see of Situs what its own strategies are made of, and
 * nothing of what comes after a placement: one that simulates before it places would be judged by
 * what it has seen. It keeps who means well from that, and is no sandbox.
 */
final class StrategyLoader extends URLClassLoader {
  private static final String SITUS = "situs.";
  private static final String SERVICES = "META-INF/services/" + Strategy.class.getName();

  /** What {@code placement} may use, and itself. */
  private static final Set<String> SEEN =
      Set.of("model", "document", "contract", "serving", "optimise", "stats", "placement");

  private StrategyLoader(List<URL> places, ClassLoader usual) {
    super(places.toArray(URL[]::new), usual);
  }

  /**
   * Of all jars and folders that bring a strategy.
   *
   * @param usual loader that knows them, and Situs
   */
  static StrategyLoader of(ClassLoader usual) {
    try {
      List<URL> places = new ArrayList<>();
      for (URL services : Collections.list(usual.getResources(SERVICES))) {
        places.add(place(services));
      }
      return new StrategyLoader(places, usual);
    } catch (IOException e) {
      throw new StrategyException("the strategies on the class path cannot be read: " + e, e);
    }
  }

  /** Of the jar or the folder that a file of services is in. */
  private static URL place(URL services) throws IOException {
    URLConnection connection = services.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return jar.getJarFileURL();
    }
    String file = services.toString();
    return URI.create(file.substring(0, file.length() - SERVICES.length())).toURL();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isSeen(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? own(name, resolve) : loaded;
    }
  }

  private static boolean isSeen(String name) {
    return name.startsWith(SITUS) && SEEN.contains(name.split("\\.")[1]);
  }

  /** Its own classes first: through the usual loader they would see everything. */
  private Class<?> own(String name, boolean resolve) throws ClassNotFoundException {
    try {
      return findClass(name);
    } catch (ClassNotFoundException e) {
      if (name.startsWith(SITUS)) {
        throw new ClassNotFoundException(
            name + ": a strategy sees the scenario and the contracts, and nothing of a run", e);
      }
      return super.loadClass(name, resolve);
    }
  }
}
