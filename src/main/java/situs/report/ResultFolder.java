package situs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all. It is written beside its place and moved there at the
 * end; what stood there before stays until then.
 */
public final class ResultFolder {
  /** Its presence says that a folder is ours to replace. */
  public static final String MANIFEST = "manifest.json";

  private ResultFolder() {}

  /** Writes files into a folder. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path folder) throws IOException;
  }

  /** Why results must not be put there; empty when they may. */
  public static Optional<String> objection(Path target) throws IOException {
    if (!Files.exists(target)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(target)) {
      return Optional.of("'" + target + "' is a file; give a folder for the results");
    }
    try (Stream<Path> entries = Files.list(target)) {
      return Files.exists(target.resolve(MANIFEST)) || entries.findAny().isEmpty()
          ? Optional.empty()
          : Optional.of(
              "'" + target + "' holds other files; give a new or empty folder, or older results");
    }
  }

  /**
   * Writes a folder and puts it in the place of {@code target}. When that fails, or the program is
   * stopped, {@code target} is as it was.
   */
  public static void replace(Path target, Content content) throws IOException {
    Path place = target.toAbsolutePath().normalize();
    Files.createDirectories(place.getParent());
    Path work = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + ".");
    Thread cleaner = new Thread(() -> abandon(work, place), "abandon-results");
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      // Below the work folder, whose own permissions are narrower than those of a usual folder.
      Path fresh = Files.createDirectory(work.resolve("new"));
      content.writeTo(fresh);
      swap(fresh, place, work.resolve("old"));
    } finally {
      delete(work);
      forget(cleaner);
    }
  }

  private static void swap(Path fresh, Path place, Path old) throws IOException {
    boolean replaces = Files.exists(place);
    if (replaces) {
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /** Stopped between the two moves: the older results go back first. */
  private static void abandon(Path work, Path place) {
    Path old = work.resolve("old");
    try {
      if (Files.exists(old) && !Files.exists(place)) {
        Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
      }
      delete(work);
    } catch (IOException e) {
      // The older results stay in the hidden folder rather than being deleted.
    }
  }

  private static void forget(Thread cleaner) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already, and finds nothing left to do.
    }
  }

  /** What cannot be deleted stays behind under its hidden name: no reason to fail. */
  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      return;
    }
  }

  /** By which a manifest knows an input. */
  public static String hash(Path input) {
    try {
      return Manifest.sha256(input);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read '" + input + "'", e);
    }
  }
}
