package situs.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import situs.document.Document;
import situs.document.Issues;
import situs.document.KeyOrder;
import situs.document.Layout;
import situs.document.Mark;
import situs.document.Node;
import situs.document.Node.Mapping;

/** The one layout of contracts and of their tests. */
public final class Format {
  private Format() {}

  /**
   * A contract, or a test of contracts, in the one layout. It need not be right, but it must be
   * YAML: what is not is among the issues.
   *
   * @param file that the text stands for in messages
   */
  public static Optional<String> of(String file, String text, Issues issues) {
    Optional<Node> root = Document.parse(file, text, issues);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    if (root.get() instanceof Mapping mapping) {
      if (mapping.entries().containsKey("contract")) {
        return Layout.of(file, text, order("contract"), issues);
      }
      if (mapping.entries().containsKey("contract-tests")) {
        return Layout.of(file, text, order("tests"), issues);
      }
    }
    issues.add(
        new Mark(file, 1, 1),
        "neither a contract nor a test of contracts: it has no key 'contract' or 'contract-tests'");
    return Optional.empty();
  }

  private static KeyOrder order(String kind) {
    String name = "/schema/situs-" + kind + ".schema.json";
    Issues issues = new Issues();
    Optional<Node> schema = Document.parse(name, resource(name), issues);
    issues.throwIfAny();
    return new SchemaOrder((Mapping) schema.orElseThrow());
  }

  private static String resource(String name) {
    try (InputStream in = Format.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
