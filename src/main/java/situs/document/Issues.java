package situs.document;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects everything that is wrong with the inputs, so that it can be shown in one pass. */
public final class Issues {
  private final Set<Issue> found = new LinkedHashSet<>();
  private final Map<String, List<String>> linesByFile = new LinkedHashMap<>();
  private final Map<Mark, String> singleLines = new LinkedHashMap<>();
  private final Map<Mark, Set<String>> keysByPlace = new LinkedHashMap<>();

  /** Remembers a file's text, so that its lines can be quoted. */
  public void source(String file, String text) {
    linesByFile.put(file, text.lines().toList());
  }

  /** Remembers the one line that a place is in, of a file that is too long to be remembered. */
  public void line(Mark at, String line) {
    linesByFile.putIfAbsent(at.file(), List.of());
    singleLines.put(at, line);
  }

  public void add(Mark at, String message) {
    found.add(new Issue(at, message));
  }

  /** The place of a character of a scalar's text, wherever quotes, escapes and folds put it. */
  public Mark within(Node.Scalar scalar, int offset) {
    return Alignment.of(linesByFile.getOrDefault(scalar.at().file(), List.of()), scalar, offset);
  }

  /** Remembers which keys a mapping may have, so that the JSON Schema can be held against them. */
  void keys(Mark at, Set<String> known) {
    keysByPlace.computeIfAbsent(at, place -> new TreeSet<>()).addAll(known);
  }

  /** The keys that mappings may have, by the place of the mapping; for those read to the end. */
  public Map<Mark, Set<String>> keysByPlace() {
    return Collections.unmodifiableMap(keysByPlace);
  }

  public boolean any() {
    return !found.isEmpty();
  }

  /** By file in order of reading, then by place. */
  public List<Issue> all() {
    List<String> files = List.copyOf(linesByFile.keySet());
    return found.stream()
        .sorted(
            Comparator.<Issue>comparingInt(i -> files.indexOf(i.at().file()))
                .thenComparingInt(i -> i.at().line())
                .thenComparingInt(i -> i.at().column()))
        .toList();
  }

  /** Every issue as {@code file:line:column: message}, the line, and a caret below the place. */
  public String render() {
    StringBuilder out = new StringBuilder();
    for (Issue issue : all()) {
      out.append(issue.at()).append(": ").append(issue.message()).append('\n');
      quote(out, issue.at());
    }
    return out.toString();
  }

  private void quote(StringBuilder out, Mark at) {
    List<String> lines = linesByFile.getOrDefault(at.file(), List.of());
    boolean known = at.line() >= 1 && at.line() <= lines.size();
    if (known || singleLines.containsKey(at)) {
      String line = known ? lines.get(at.line() - 1) : singleLines.get(at);
      String indent = line.substring(0, Math.min(at.column() - 1, line.length()));
      out.append("  ").append(line).append('\n');
      out.append("  ").append(indent.replaceAll("[^\t]", " ")).append("^\n");
    }
  }

  /** Throws {@link InputException} with all that was found, if anything was. */
  public void throwIfAny() {
    if (any()) {
      throw new InputException(render());
    }
  }
}
