package situs.document;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A YAML value with its place. */
public sealed interface Node {

  Mark at();

  /** {@code text}, {@code list} or {@code mapping}, for messages. */
  String kind();

  /** A key of a mapping with its own place and its value. */
  record Entry(Mark at, String key, Node value) {}

  /** Keys in the order of the file. */
  record Mapping(Mark at, Map<String, Entry> entries) implements Node {
    @Override
    public String kind() {
      return "mapping";
    }
  }

  /** A list. */
  record Sequence(Mark at, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "list";
    }
  }

  /**
   * A single value, as written.
   *
   * @param quoted whether it stood in quotes, which makes {@code "1"} a text and not a number
   */
  record Scalar(Mark at, String text, boolean quoted) implements Node {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** Whether no value was written: nothing, {@code ~} or {@code null}. */
    public boolean isEmpty() {
      return !quoted && NOTHING.contains(text);
    }

    @Override
    public String kind() {
      return "text";
    }
  }
}
