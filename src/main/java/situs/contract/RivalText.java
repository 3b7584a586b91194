package situs.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import situs.contract.RivalReadings.Item;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;

/** The text of one contract: what of it can be read in several ways, and what bears on a clause. */
final class RivalText {
  private static final Pattern WORD = Pattern.compile("word\\.(\\w+)");

  private final Node.Mapping root;
  private final Map<String, Node> clauses = new LinkedHashMap<>();

  /** By their names in conditions. */
  private final Map<String, Node> words = new LinkedHashMap<>();

  RivalText(Node.Mapping root) {
    this.root = root;
    Stream<Node.Mapping> amended =
        children(root, "amendments").map(Node.Entry::value).flatMap(RivalText::mapping);
    Stream.concat(Stream.of(root), amended)
        .flatMap(part -> children(part, "clauses"))
        .forEach(clause -> clauses.putIfAbsent(clause.key(), clause.value()));
    children(root, "define")
        .forEach(word -> words.putIfAbsent(word.key().replace('-', '_'), word.value()));
  }

  Node.Mapping root() {
    return root;
  }

  String name() {
    return Optional.ofNullable(root.entries().get("contract"))
        .map(Node.Entry::value)
        .filter(Node.Scalar.class::isInstance)
        .map(text -> ((Node.Scalar) text).text())
        .orElse("");
  }

  /** The readings that anything in it names. */
  Set<String> readings() {
    Set<String> all = new LinkedHashSet<>();
    Stream.concat(clauses.values().stream(), words.values().stream())
        .forEach(node -> all.addAll(named(node)));
    return all;
  }

  /**
   * All that can be read in two ways or more.
   *
   * @param asked names of readings: what has no such reading is asked as it stands
   */
  List<Item> items(Set<String> asked) {
    List<Item> items = new ArrayList<>();
    words.forEach((name, node) -> items.add(item(Item.WORD + name, node, asked)));
    clauses.forEach((name, node) -> items.add(item(name, node, asked)));
    return items.stream().filter(item -> item.readings().size() > 1).toList();
  }

  private Item item(String name, Node node, Set<String> asked) {
    List<String> readings = new ArrayList<>(named(node));
    if (stands(node) && !readings.containsAll(asked)) {
      readings.add(0, Construction.AS_IT_STANDS);
    }
    return new Item(name(), name, readings);
  }

  private static List<String> named(Node node) {
    return mapping(node).flatMap(own -> children(own, "readings")).map(Node.Entry::key).toList();
  }

  /** Whether it says something where no reading is named. */
  private static boolean stands(Node node) {
    return mapping(node)
        .map(own -> new MapReader(own, new Issues()))
        .anyMatch(keys -> keys.has("means") || ReadingsReader.hasRule(keys));
  }

  /** Names of what a clause's verdict may depend on: itself, its words, clauses that it names. */
  Set<String> bearing(String clause) {
    Set<String> found = new LinkedHashSet<>();
    bear(clause, clauses.get(clause), found);
    return found;
  }

  private void bear(String name, Node node, Set<String> found) {
    if (node == null || !found.add(name)) {
      return;
    }
    for (String text : texts(node)) {
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        bear(Item.WORD + word.group(1), words.get(word.group(1)), found);
      }
      bear(text, clauses.get(text), found);
    }
  }

  /** Every text in a node. */
  private static List<String> texts(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return List.of(scalar.text());
    }
    Stream<Node> parts =
        node instanceof Node.Sequence list
            ? list.items().stream()
            : ((Node.Mapping) node).entries().values().stream().map(Node.Entry::value);
    return parts.flatMap(part -> texts(part).stream()).toList();
  }

  private static Stream<Node.Entry> children(Node.Mapping of, String key) {
    return Optional.ofNullable(of.entries().get(key)).stream()
        .flatMap(entry -> mapping(entry.value()))
        .flatMap(all -> all.entries().values().stream());
  }

  private static Stream<Node.Mapping> mapping(Node node) {
    return node instanceof Node.Mapping all ? Stream.of(all) : Stream.empty();
  }
}
