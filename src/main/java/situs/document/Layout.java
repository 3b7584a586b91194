package situs.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.EmitterException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;

/**
 * Writes YAML anew in one layout, every comment kept: see docs/contracts.md. What the layout cannot
 * keep is an error and not lost.
 */
public final class Layout {
  private static final LoadSettings READ =
      LoadSettings.builder().setParseComments(true).setAllowDuplicateKeys(false).build();

  private Layout() {}

  /**
   * The text in the one layout; empty where it is not YAML or where something would be lost, which
   * is then among the issues.
   *
   * @param file that the text stands for in messages
   */
  public static Optional<String> of(String file, String text, KeyOrder order, Issues issues) {
    int before = issues.all().size();
    Optional<Node> read = Document.parse(file, text, issues);
    if (read.isEmpty() || issues.all().size() > before) {
      return Optional.empty();
    }
    Optional<String> written =
        arranged(text, order)
            .filter(w -> comments(w).equals(comments(text)))
            .filter(w -> means(file, w, read.get()));
    if (written.isEmpty()) {
      issues.add(
          new Mark(file, 1, 1),
          "cannot be laid out with every comment where it belongs; put comments on lines of their own");
    }
    return written;
  }

  /** Empty where a comment stands where the library cannot write one. */
  private static Optional<String> arranged(String text, KeyOrder order) {
    try {
      org.snakeyaml.engine.v2.nodes.Node root = new Arrangement(order).of(composed(text));
      Beside beside = Beside.takenFrom(root);
      String written = written(root, Arrangement.WIDTH);
      return Optional.of(beside.putInto(written, composed(written)));
    } catch (EmitterException e) {
      return Optional.empty();
    }
  }

  private static org.snakeyaml.engine.v2.nodes.Node composed(String text) {
    return new Compose(READ).composeString(text).orElseThrow();
  }

  /** A node as text, its lines about so wide. */
  static String written(org.snakeyaml.engine.v2.nodes.Node node, int width) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDumpComments(true)
            .setWidth(width)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();
    StringBuilder text = new StringBuilder();
    Emitter emitter = new Emitter(settings, new Text(text));
    for (Event event : new Serialize(settings).serializeOne(node)) {
      emitter.emit(event);
    }
    // Empty lines come indented.
    return text.toString().replaceAll("(?m)^ +$", "");
  }

  private record Text(StringBuilder text) implements StreamDataWriter {
    @Override
    public void write(String more) {
      text.append(more);
    }

    @Override
    public void write(String more, int offset, int length) {
      text.append(more, offset, offset + length);
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }
  }

  /** Sorted, for keys may have changed places. */
  private static List<String> comments(String text) {
    List<String> found = new ArrayList<>();
    ScannerImpl scanner = new ScannerImpl(READ, new StreamReader(READ, text));
    while (scanner.hasNext()) {
      if (scanner.next() instanceof CommentToken comment
          && comment.getCommentType() != CommentType.BLANK_LINE) {
        found.add(comment.getValue().strip());
      }
    }
    return found.stream().sorted().toList();
  }

  private static boolean means(String file, String written, Node meant) {
    Issues issues = new Issues();
    Optional<Node> again = Document.parse(file, written, issues);
    return !issues.any() && again.filter(node -> same(node, meant)).isPresent();
  }

  private static boolean same(Node a, Node b) {
    if (a instanceof Node.Mapping m && b instanceof Node.Mapping n) {
      return m.entries().keySet().equals(n.entries().keySet())
          && m.entries().values().stream()
              .allMatch(e -> same(e.value(), n.entries().get(e.key()).value()));
    }
    if (a instanceof Node.Sequence m && b instanceof Node.Sequence n) {
      return m.items().size() == n.items().size() && sameItems(m.items(), n.items());
    }
    return a instanceof Node.Scalar s
        && b instanceof Node.Scalar t
        && s.text().equals(t.text())
        && s.isEmpty() == t.isEmpty();
  }

  private static boolean sameItems(List<Node> a, List<Node> b) {
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
