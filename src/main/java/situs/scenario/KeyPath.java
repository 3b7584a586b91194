package situs.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.document.Issues;
import situs.document.Mark;
import situs.document.Names;
import situs.document.Node;

/**
 * A path to a key of a tree, {@code workloads.gpt-api.demand.New York.rate}. Keys may have dots
 * themselves: the longest key that is there wins. An item of a list is named by its number from 0.
 *
 * @param text the path
 * @param at where it was written
 */
record KeyPath(String text, Mark at) {

  /** The last key of the path as far as it can be told without the tree. */
  String lastWord() {
    return text.substring(text.lastIndexOf('.') + 1);
  }

  /** The tree with another value at this path; the last key may be new. */
  Optional<Node> replaced(Node tree, Node value, Issues issues) {
    return replaced(tree, List.of(text.split("\\.", -1)), value, issues);
  }

  private Optional<Node> replaced(Node tree, List<String> words, Node value, Issues issues) {
    if (words.isEmpty()) {
      return Optional.of(value);
    }
    if (tree instanceof Node.Mapping mapping) {
      return inMapping(mapping, words, value, issues);
    }
    if (tree instanceof Node.Sequence list) {
      return inList(list, words, value, issues);
    }
    issues.add(
        at,
        "'" + text + "': there is nothing below the single value before '" + words.get(0) + "'");
    return Optional.empty();
  }

  private Optional<Node> inMapping(
      Node.Mapping mapping, List<String> words, Node value, Issues issues) {
    int length = longestKey(mapping, words);
    if (length == 0 && words.size() > 1) {
      issues.add(
          at,
          "'"
              + text
              + "': no key '"
              + words.get(0)
              + "' there"
              + Names.hint(words.get(0), mapping.entries().keySet()));
      return Optional.empty();
    }
    int taken = Math.max(1, length);
    String key = String.join(".", words.subList(0, taken));
    Node.Entry old = mapping.entries().get(key);
    List<String> rest = words.subList(taken, words.size());
    Optional<Node> below =
        old == null ? Optional.of(value) : replaced(old.value(), rest, value, issues);
    return below.map(
        node -> {
          Map<String, Node.Entry> entries = new LinkedHashMap<>(mapping.entries());
          entries.put(key, new Node.Entry(old == null ? at : old.at(), key, node));
          return new Node.Mapping(mapping.at(), entries);
        });
  }

  private static int longestKey(Node.Mapping mapping, List<String> words) {
    for (int length = words.size(); length > 0; length--) {
      if (mapping.entries().containsKey(String.join(".", words.subList(0, length)))) {
        return length;
      }
    }
    return 0;
  }

  private Optional<Node> inList(Node.Sequence list, List<String> words, Node value, Issues issues) {
    String word = words.get(0);
    int index = word.matches("[0-9]{1,6}") ? Integer.parseInt(word) : list.items().size();
    if (index >= list.items().size()) {
      issues.add(
          at,
          "'"
              + text
              + "': no item '"
              + word
              + "' in a list of "
              + list.items().size()
              + ", counted from 0");
      return Optional.empty();
    }
    return replaced(list.items().get(index), words.subList(1, words.size()), value, issues)
        .map(
            node -> {
              List<Node> items = new ArrayList<>(list.items());
              items.set(index, node);
              return new Node.Sequence(list.at(), items);
            });
  }
}
