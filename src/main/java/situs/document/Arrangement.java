package situs.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The one layout of a tree, before it is written: the order of keys, empty lines, what stands in
 * braces, quotes and folds.
 */
final class Arrangement {
  /** Columns; a line breaks at the first space beyond. */
  static final int WIDTH = 100;

  /**
   * What YAML 1.1, which other tools still read, takes for a truth, a number, a time or nothing.
   */
  private static final Pattern NO_TEXT =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~|[-+.]?[0-9][-+:._,0-9a-z ]*");

  private static final int INDENT = 2;
  private static final int UNBOUND = 1 << 20;

  private final KeyOrder order;

  Arrangement(KeyOrder order) {
    this.order = order;
  }

  Node of(Node root) {
    Comments.afterFoldsToNext(root);
    return onLines(root, order, 0, 0);
  }

  /**
   * What may take several lines.
   *
   * @param indent of the line that it begins in
   * @param column that it begins at
   */
  private static Node onLines(Node node, KeyOrder order, int indent, int column) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar, column);
    }
    CollectionNode<?> collection = (CollectionNode<?>) node;
    if (collection.getFlowStyle() == FlowStyle.FLOW) {
      inBraces(node, order);
      String line = inOneLine(node);
      boolean isCommented = line.contains("\n") || line.contains(" #");
      if (!isCommented && (isList(collection) || column + line.length() <= WIDTH)) {
        return collection;
      }
      collection.setFlowStyle(FlowStyle.BLOCK);
    }
    if (collection instanceof MappingNode mapping) {
      entries(mapping, order, indent);
    } else {
      SequenceNode items = (SequenceNode) node;
      int inner = indent + INDENT;
      items.getValue().replaceAll(item -> onLines(item, order, inner, inner + INDENT));
    }
    return collection;
  }

  private static void entries(MappingNode mapping, KeyOrder order, int indent) {
    List<NodeTuple> entries = new ArrayList<>();
    for (NodeTuple entry : sorted(mapping.getValue(), order)) {
      String key = key(entry);
      int column = indent + key.length() + 2;
      Node value = onLines(entry.getValueNode(), order.of(key), indent + INDENT, column);
      boolean isFirst = entries.isEmpty();
      spaced(entry.getKeyNode(), order.standsApart() && !isFirst, isFirst && indent > 0);
      if (value instanceof CollectionNode<?> c && c.getFlowStyle() == FlowStyle.BLOCK) {
        // A closing brace may have stood here, and is no more.
        Comments.besideToAbove(entry.getKeyNode(), value);
      }
      entries.add(new NodeTuple(entry.getKeyNode(), value));
    }
    mapping.setValue(entries);
  }

  /** What takes one line. */
  private static Node inBraces(Node node, KeyOrder order) {
    if (node instanceof MappingNode mapping) {
      List<NodeTuple> entries = new ArrayList<>();
      for (NodeTuple entry : sorted(mapping.getValue(), order)) {
        Node value = inBraces(entry.getValueNode(), order.of(key(entry)));
        entries.add(new NodeTuple(entry.getKeyNode(), value));
      }
      mapping.setValue(entries);
    } else if (node instanceof SequenceNode items) {
      items.getValue().replaceAll(item -> inBraces(item, order));
    }
    return node instanceof ScalarNode scalar ? scalar(scalar, -UNBOUND) : node;
  }

  private static String key(NodeTuple entry) {
    return ((ScalarNode) entry.getKeyNode()).getValue();
  }

  private static List<NodeTuple> sorted(List<NodeTuple> entries, KeyOrder order) {
    List<NodeTuple> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingInt(e -> place(order.keys(), e)));
    if (!entries.isEmpty() && sorted.get(0) != entries.get(0)) {
      handOver(entries.get(0).getKeyNode(), sorted.get(0).getKeyNode());
    }
    return sorted;
  }

  private static int place(List<String> keys, NodeTuple entry) {
    int place = keys.indexOf(key(entry));
    return place < 0 ? keys.size() : place;
  }

  /** What stands at the head of a mapping says something of the whole, and stays there. */
  private static void handOver(Node first, Node newFirst) {
    List<CommentLine> head = new ArrayList<>(Comments.above(first));
    first.setBlockComments(new ArrayList<>());
    head.addAll(Comments.above(newFirst));
    newFirst.setBlockComments(head);
  }

  /** One empty line at most, none at the head of an inner mapping. */
  private static void spaced(Node key, boolean apart, boolean first) {
    List<CommentLine> spaced = new ArrayList<>();
    boolean blank = first;
    List<CommentLine> lines = Comments.above(key);
    if (apart && (lines.isEmpty() || lines.get(0).getCommentType() != CommentType.BLANK_LINE)) {
      spaced.add(Comments.line("", CommentType.BLANK_LINE));
    }
    for (CommentLine line : lines) {
      boolean isBlank = line.getCommentType() == CommentType.BLANK_LINE;
      if (!isBlank || !blank) {
        spaced.add(line);
      }
      blank = isBlank;
    }
    key.setBlockComments(spaced);
  }

  /** A list of words, which is broken as a text is. */
  private static boolean isList(CollectionNode<?> node) {
    return node.getValue().stream().allMatch(ScalarNode.class::isInstance);
  }

  /** Without the comment beside it. */
  private static String inOneLine(Node node) {
    List<CommentLine> beside = node.getInLineComments();
    node.setInLineComments(List.of());
    String line = Layout.written(node, UNBOUND).strip();
    node.setInLineComments(beside);
    return line;
  }

  /** Quotes where they must be; long texts folded, and short ones not. */
  private static ScalarNode scalar(ScalarNode old, int column) {
    if (old.getScalarStyle() == ScalarStyle.LITERAL || old.getValue().contains("\n")) {
      return old;
    }
    // As the emitter folds: at the first space beyond the width.
    boolean isLong = old.getValue().indexOf(' ', Math.max(0, WIDTH - column)) >= 0;
    boolean isNeeded =
        old.getScalarStyle() != ScalarStyle.PLAIN && NO_TEXT.matcher(old.getValue()).matches();
    ScalarStyle style =
        isNeeded ? ScalarStyle.SINGLE_QUOTED : isLong ? ScalarStyle.FOLDED : ScalarStyle.PLAIN;
    ScalarNode scalar = new ScalarNode(old.getTag(), old.getValue(), style);
    scalar.setBlockComments(old.getBlockComments());
    scalar.setInLineComments(old.getInLineComments());
    scalar.setEndComments(old.getEndComments());
    return scalar;
  }
}
