package situs.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.document.Document;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;

/**
 * One tree out of a file, what it imports and what it extends. From the bottom up: the extended
 * file, the imports in their order, the file itself.
 */
final class SourceTree {
  private static final String VERSION = "1";

  private final Inputs inputs;
  private final Issues issues;

  SourceTree(Inputs inputs, Issues issues) {
    this.inputs = inputs;
    this.issues = issues;
  }

  /** The whole tree of a scenario file; empty when one of its files could not be read. */
  Optional<Node.Mapping> load(Path path) {
    inputs.add(path);
    return scenario(path, List.of());
  }

  private Optional<Node.Mapping> scenario(Path path, List<Path> above) {
    return root(path).filter(this::hasVersion).flatMap(root -> combined(path, root, above));
  }

  private Optional<Node.Mapping> root(Path path) {
    Optional<Node> root = Document.read(path, issues);
    if (root.isPresent() && !(root.get() instanceof Node.Mapping)) {
      issues.add(root.get().at(), "the file must be a mapping, is a " + root.get().kind());
    }
    return root.filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }

  private boolean hasVersion(Node.Mapping root) {
    MapReader top = new MapReader(root, issues);
    Optional<String> version =
        top.requiredNode("situs", VERSION).flatMap(n -> top.text(n, "'situs'"));
    if (version.isPresent() && !version.get().equals(VERSION)) {
      issues.add(
          top.at("situs"),
          "unknown version '" + version.get() + "' of the format; this program reads " + VERSION);
    }
    return version.filter(VERSION::equals).isPresent();
  }

  private Optional<Node.Mapping> combined(Path path, Node.Mapping root, List<Path> above) {
    List<Path> chain = chain(above, path);
    MapReader top = new MapReader(root, issues);
    Optional<Node> base = top.node("extends");
    List<Node.Mapping> layers = new ArrayList<>();
    boolean whole = true;
    if (base.isPresent()) {
      Optional<Node.Mapping> lower =
          next(base.get(), "extends", chain).flatMap(p -> scenario(p, chain));
      lower.ifPresent(layers::add);
      whole = lower.isPresent();
    }
    for (Node item : top.list("imports")) {
      Optional<Node.Mapping> part = next(item, "imports", chain).flatMap(p -> imported(p, chain));
      part.ifPresent(layers::add);
      whole &= part.isPresent();
    }
    layers.add(without(root));
    return whole ? layers.stream().reduce((a, b) -> Merge.over(a, b, issues)) : Optional.empty();
  }

  /** A file with catalogue entries and workloads only, and perhaps imports of its own. */
  private Optional<Node.Mapping> imported(Path path, List<Path> above) {
    Optional<Node.Mapping> root = root(path);
    root.ifPresent(
        mapping -> {
          MapReader top = new MapReader(mapping, issues);
          List.of("catalog", "workloads", "imports").forEach(top::node);
          top.done();
        });
    return root.flatMap(mapping -> combined(path, mapping, above));
  }

  private Optional<Path> next(Node node, String key, List<Path> chain) {
    Optional<Path> file = inputs.file(node);
    List<Path> through = file.map(f -> chain(chain, f)).orElse(chain);
    if (file.isPresent() && chain.contains(absolute(file.get()))) {
      issues.add(
          node.at(),
          "'"
              + key
              + "' goes round in a circle: "
              + through.stream()
                  .map(p -> p.getFileName().toString())
                  .collect(Collectors.joining(" -> ")));
      return Optional.empty();
    }
    return file;
  }

  private static List<Path> chain(List<Path> above, Path path) {
    List<Path> chain = new ArrayList<>(above);
    chain.add(absolute(path));
    return List.copyOf(chain);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Node.Mapping without(Node.Mapping root) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>(root.entries());
    entries.remove("extends");
    entries.remove("imports");
    return new Node.Mapping(root.at(), entries);
  }
}
