package situs.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Comments of a tree, brought to where they are written. The library takes what follows a folded
 * text to stand beside it: here it stands above what comes next.
 */
final class Comments {
  private final List<CommentLine> pending = new ArrayList<>();

  private Comments() {}

  static void afterFoldsToNext(Node root) {
    Comments comments = new Comments();
    comments.visit(root, root);
    if (!comments.pending.isEmpty()) {
      List<CommentLine> end = new ArrayList<>(comments.pending);
      end.addAll(Optional.ofNullable(root.getEndComments()).orElse(List.of()));
      root.setEndComments(end);
    }
  }

  /** Above a node. */
  static List<CommentLine> above(Node node) {
    return Optional.ofNullable(node.getBlockComments()).orElse(List.of());
  }

  /** Beside it. */
  static List<CommentLine> beside(Node node) {
    return Optional.ofNullable(node.getInLineComments()).orElse(List.of());
  }

  static CommentLine line(String text, CommentType type) {
    return new CommentLine(Optional.empty(), Optional.empty(), text, type);
  }

  /** What stands beside a value stands last above its key. */
  static void besideToAbove(Node key, Node value) {
    List<CommentLine> lines = new ArrayList<>(above(key));
    beside(value).forEach(c -> lines.add(line(c.getValue(), CommentType.BLOCK)));
    key.setBlockComments(lines);
    value.setInLineComments(List.of());
  }

  /**
   * @param owner what stands before the value: its key, or itself
   */
  private void visit(Node owner, Node node) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        takePending(entry.getKeyNode());
        visit(entry.getKeyNode(), entry.getValueNode());
      }
    } else if (node instanceof SequenceNode items) {
      for (Node item : items.getValue()) {
        takePending(item);
        visit(item, item);
      }
    } else if (((ScalarNode) node).getScalarStyle() == ScalarStyle.FOLDED
        || ((ScalarNode) node).getScalarStyle() == ScalarStyle.LITERAL) {
      leave(owner, node);
    }
  }

  private void takePending(Node node) {
    if (!pending.isEmpty()) {
      List<CommentLine> lines = new ArrayList<>(pending);
      lines.addAll(above(node));
      node.setBlockComments(lines);
      pending.clear();
    }
  }

  /** What follows is the next one's; what stands beside the sign of the fold is its own. */
  private void leave(Node owner, Node text) {
    List<CommentLine> own = new ArrayList<>(above(owner));
    for (CommentLine comment : beside(text)) {
      boolean isOwn = lineOf(comment.getStartMark()).equals(lineOf(text.getStartMark()));
      (isOwn ? own : pending).add(line(comment.getValue(), CommentType.BLOCK));
    }
    owner.setBlockComments(own);
    text.setInLineComments(List.of());
  }

  private static Optional<Integer> lineOf(Optional<Mark> mark) {
    return mark.map(Mark::getLine);
  }
}
