package situs.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import situs.document.Issues;
import situs.document.Mark;
import situs.document.Names;
import situs.document.Node;
import situs.trace.BadRows;
import situs.trace.TraceColumns;
import situs.trace.TraceFile;
import situs.trace.TraceFormat;
import situs.trace.TraceReader;
import situs.trace.TraceSource;

/** The files that a scenario is made of. A path in a file is relative to that file. */
final class Inputs {
  private final Issues issues;
  private final Set<Path> read = new LinkedHashSet<>();
  private final BadRows badRows;
  private final Map<TraceSource, Optional<TraceFile>> traces = new LinkedHashMap<>();

  /**
   * @param badRows what becomes of rows of traces that cannot be read
   */
  Inputs(Issues issues, BadRows badRows) {
    this.issues = issues;
    this.badRows = badRows;
  }

  /** Every file asked for so far, in that order. */
  List<Path> all() {
    return List.copyOf(read);
  }

  void add(Path path) {
    read.add(path);
  }

  /** The existing file that {@code node} names; otherwise an issue with the names that are near. */
  Optional<Path> file(Node node) {
    if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
      issues.add(node.at(), "a path must be a single value, is a " + node.kind());
      return Optional.empty();
    }
    try {
      Path path = beside(node.at(), scalar.text());
      if (Files.isRegularFile(path)) {
        read.add(path);
        return Optional.of(path);
      }
      issues.add(node.at(), "no such file '" + scalar.text() + "'" + near(path));
    } catch (InvalidPathException e) {
      issues.add(node.at(), "'" + scalar.text() + "' is not a path");
    }
    return Optional.empty();
  }

  /** The trace that {@code node} names; read once however many ask for it. */
  Optional<TraceFile> trace(
      Node node, Optional<TraceFormat> format, Optional<TraceColumns> columns) {
    return file(node)
        .map(path -> new TraceSource(path, format, columns))
        .flatMap(
            s -> traces.computeIfAbsent(s, source -> TraceReader.read(source, badRows, issues)));
  }

  /** What was left out of the traces, in words. */
  List<String> notes() {
    return traces.values().stream()
        .flatMap(Optional::stream)
        .flatMap(t -> t.skipped().told(t.source().path().toString()).stream())
        .toList();
  }

  private static Path beside(Mark at, String text) {
    Path folder = Path.of(at.file()).getParent();
    return (folder == null ? Path.of(text) : folder.resolve(text)).normalize();
  }

  private static String near(Path path) {
    Path folder = path.getParent() == null ? Path.of("") : path.getParent();
    if (path.getFileName() == null || !Files.isDirectory(folder)) {
      return "; there is no folder '" + folder + "'";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          Names.nearest(
              path.getFileName().toString(), files.map(f -> f.getFileName().toString()).toList());
      return names.isEmpty() ? "" : "; did you mean '" + String.join("' or '", names) + "'?";
    } catch (IOException e) {
      return "";
    }
  }
}
