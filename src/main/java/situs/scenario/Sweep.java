package situs.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;

/**
 * The {@code sweep:} block: values for any keys, every combination of which makes a scenario of its
 * own with a suffix to its name.
 */
final class Sweep {
  private static final int MOST = 1000;

  /** One combination: the suffix of its name, and the tree. */
  record Variant(String suffix, Node.Mapping tree) {}

  private final Issues issues;

  private Sweep(Issues issues) {
    this.issues = issues;
  }

  /**
   * All combinations, the last axis running fastest; the tree alone where nothing is swept, or
   * where the sweep is wrong and the rest is still to be checked.
   */
  static List<Variant> expand(Node.Mapping root, Issues issues) {
    Map<String, Node.Entry> rest = new LinkedHashMap<>(root.entries());
    Node.Entry sweep = rest.remove("sweep");
    List<Variant> variants = List.of(new Variant("", new Node.Mapping(root.at(), rest)));
    if (sweep == null) {
      return variants;
    }
    List<Variant> combined =
        MapReader.of(sweep.value(), "'sweep'", issues)
            .map(axes -> new Sweep(issues).combine(variants, axes))
            .orElse(List.of());
    return combined.isEmpty() ? variants : combined;
  }

  private List<Variant> combine(List<Variant> start, MapReader axes) {
    List<Variant> variants = start;
    for (Node.Entry axis : axes.entries()) {
      List<SweepValues.Value> values = SweepValues.of(axis, issues);
      if ((long) variants.size() * values.size() > MOST) {
        issues.add(axes.at(), "the sweep makes more than " + MOST + " scenarios");
        return List.of();
      }
      variants = along(variants, axis, values);
    }
    return variants;
  }

  private List<Variant> along(
      List<Variant> variants, Node.Entry axis, List<SweepValues.Value> values) {
    KeyPath path = new KeyPath(axis.key(), axis.at());
    List<Variant> longer = new ArrayList<>();
    for (Variant variant : variants) {
      for (SweepValues.Value value : values) {
        Optional<Node> tree = path.replaced(variant.tree(), value.node(), issues);
        if (tree.isPresent()) {
          String suffix = variant.suffix() + "-" + slug(path.lastWord()) + "-" + value.label();
          longer.add(new Variant(suffix, (Node.Mapping) tree.get()));
        }
      }
    }
    return longer;
  }

  /** A word for a file name. */
  static String slug(String text) {
    return text.trim()
        .replaceAll("\\s*/\\s*", "-per-")
        .replaceAll("[^A-Za-z0-9.]+", "-")
        .replaceAll("^-+|-+$", "");
  }
}
