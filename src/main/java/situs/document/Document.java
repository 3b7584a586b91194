package situs.document;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML file as a tree. Anchors and aliases are refused: what stands in a file is what it says.
 */
public final class Document {
  private static final int MAX_CHARACTERS = 1 << 20;

  /** A long line is a long token, and to read one takes the square of its length. */
  private static final int MAX_LINE = 100_000;

  private static final int MAX_DEPTH = 64;
  private static final String TOO_LARGE =
      "more than " + (MAX_CHARACTERS >> 20) + " Mi characters; divide it into several files";

  private final String file;
  private final Issues issues;

  /** Collections that an alias may lead back to: each is converted once. */
  private final Set<org.snakeyaml.engine.v2.nodes.Node> anchored =
      Collections.newSetFromMap(new IdentityHashMap<>());

  private Document(String file, Issues issues) {
    this.file = file;
    this.issues = issues;
  }

  /** Reads a file; empty when it is not YAML, with the reason among the issues. */
  public static Optional<Node> read(Path path, Issues issues) {
    return text(path, issues).flatMap(text -> parse(name(path), text, issues));
  }

  /** The text of a file; empty when it cannot be read, with the reason among the issues. */
  public static Optional<String> text(Path path, Issues issues) {
    Mark at = new Mark(name(path), 1, 1);
    try {
      String text = beginning(path);
      if (text.length() > MAX_CHARACTERS) {
        issues.add(at, TOO_LARGE);
        return Optional.empty();
      }
      return Optional.of(text);
    } catch (IOException e) {
      issues.add(at, "cannot read this file: " + reason(path, e));
      return Optional.empty();
    }
  }

  /** One character more than there may be: what has no end is not read to it. */
  private static String beginning(Path path) throws IOException {
    char[] text = new char[MAX_CHARACTERS + 1];
    int length = 0;
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      int more = reader.read(text, 0, text.length);
      while (more > 0) {
        length += more;
        more = reader.read(text, length, text.length - length);
      }
    }
    return new String(text, 0, length);
  }

  /** As messages name a file. */
  public static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String reason(Path path, IOException e) {
    if (Files.isDirectory(path)) {
      return "it is a folder";
    }
    return Files.exists(path)
        ? "it is not readable UTF-8 text (" + e.getClass().getSimpleName() + ")"
        : "no such file";
  }

  /** Reads a text that {@code file} stands for in messages. */
  public static Optional<Node> parse(String file, String text, Issues issues) {
    if (isTooLong(file, text, issues)) {
      return Optional.empty();
    }
    issues.source(file, text);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(MAX_CHARACTERS)
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .setAllowDuplicateKeys(false)
            .build();
    try {
      Optional<org.snakeyaml.engine.v2.nodes.Node> root =
          new Composer(settings, new ShallowParser(settings, text)).getSingleNode();
      if (root.isEmpty()) {
        issues.add(new Mark(file, 1, 1), "the file is empty");
        return Optional.empty();
      }
      return Optional.ofNullable(new Document(file, issues).convert(root.get(), 0));
    } catch (MarkedYamlEngineException e) {
      issues.add(
          e.getProblemMark()
              .map(m -> new Mark(file, m.getLine() + 1, m.getColumn() + 1))
              .orElse(new Mark(file, 1, 1)),
          "not valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      issues.add(new Mark(file, 1, 1), "not valid YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Before the line could be quoted. */
  private static boolean isTooLong(String file, String text, Issues issues) {
    if (text.length() > MAX_CHARACTERS) {
      issues.add(new Mark(file, 1, 1), TOO_LARGE);
      return true;
    }
    List<Integer> lengths = text.lines().map(String::length).toList();
    for (int i = 0; i < lengths.size(); i++) {
      if (lengths.get(i) > MAX_LINE) {
        issues.add(
            new Mark(file, i + 1, MAX_LINE + 1),
            "the line has %,d characters; break it, %,d are read at most"
                .formatted(lengths.get(i), MAX_LINE));
        return true;
      }
    }
    return false;
  }

  private @org.jspecify.annotations.Nullable Node convert(
      org.snakeyaml.engine.v2.nodes.Node node, int depth) {
    Mark at = mark(node);
    if (depth > MAX_DEPTH) {
      issues.add(at, "nested deeper than " + MAX_DEPTH + " levels");
      return null;
    }
    if (node.getAnchor().isPresent()) {
      issues.add(at, "anchors and aliases are not read; write the value out, or use `extends`");
      if (!(node instanceof ScalarNode) && !anchored.add(node)) {
        return null;
      }
    }
    if (node instanceof ScalarNode scalar) {
      return new Node.Scalar(at, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
    }
    if (node instanceof SequenceNode sequence) {
      List<Node> items = new ArrayList<>();
      for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
        Node converted = convert(item, depth + 1);
        if (converted != null) {
          items.add(converted);
        }
      }
      return new Node.Sequence(at, items);
    }
    return mapping((MappingNode) node, at, depth);
  }

  private Node mapping(MappingNode node, Mark at, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Mark keyAt = mark(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        issues.add(keyAt, "a key must be a plain word");
        continue;
      }
      Node value = convert(tuple.getValueNode(), depth + 1);
      if (value != null
          && entries.put(key.getValue(), new Node.Entry(keyAt, key.getValue(), value)) != null) {
        issues.add(keyAt, "key '" + key.getValue() + "' stands here twice");
      }
    }
    return new Node.Mapping(at, entries);
  }

  private Mark mark(org.snakeyaml.engine.v2.nodes.Node node) {
    return node.getStartMark()
        .map(m -> new Mark(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Mark(file, 1, 1));
  }
}
