package situs.document;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Comments beside a closing brace, which the library reads but cannot write: taken out of the tree
 * before it is written, and put into the text after.
 *
 * @param comments of each collection in braces, in the order of the file
 */
record Beside(List<List<CommentLine>> comments) {

  static Beside takenFrom(Node root) {
    List<List<CommentLine>> comments = new ArrayList<>();
    for (CollectionNode<?> node : inBraces(root)) {
      comments.add(Comments.beside(node));
      node.setInLineComments(List.of());
    }
    return new Beside(comments);
  }

  /**
   * @param root of the same text
   */
  String putInto(String text, Node root) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    List<CollectionNode<?>> nodes = inBraces(root);
    for (int i = 0; i < comments.size(); i++) {
      int line = nodes.get(i).getEndMark().orElseThrow().getLine();
      for (CommentLine comment : comments.get(i)) {
        lines.set(line, lines.get(line) + " #" + comment.getValue());
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<CollectionNode<?>> inBraces(Node root) {
    List<CollectionNode<?>> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Node node, List<CollectionNode<?>> found) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.FLOW) {
      found.add(collection);
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        collect(entry.getValueNode(), found);
      }
    } else if (node instanceof SequenceNode items) {
      items.getValue().forEach(item -> collect(item, found));
    }
  }
}
