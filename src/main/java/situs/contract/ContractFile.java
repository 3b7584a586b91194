package situs.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.Document;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/** Reads a contract file; the format is described in docs/contracts.md. */
public final class ContractFile {
  private static final Map<String, Optional<Boolean>> TERM_WORDS =
      Map.of("yes", Optional.of(true), "no", Optional.of(false), "open", Optional.<Boolean>empty());

  private ContractFile() {}

  /** The contract in a file; empty when something is wrong, which is then among the issues. */
  public static Optional<Contract> read(Path path, Issues issues) {
    int before = issues.all().size();
    return Document.read(path, issues)
        .flatMap(root -> of(root, issues))
        .filter(contract -> issues.all().size() == before);
  }

  /** The contract in a document that has been read. */
  public static Optional<Contract> of(Node root, Issues issues) {
    int before = issues.all().size();
    Optional<MapReader> read = MapReader.of(root, "a contract", issues);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<String> name = keys.requiredText("contract", "microsoft-openai");
    keys.text("title");
    List<String> parties = keys.texts("parties");
    Optional<String> home = keys.text("home");
    Map<String, Optional<Boolean>> terms = terms(keys);
    List<Clause> clauses = clauses(keys, parties, terms.keySet());
    keys.done();
    return issues.all().size() > before
        ? Optional.empty()
        : name.map(n -> new Contract(n, parties, home, terms, clauses));
  }

  private static Map<String, Optional<Boolean>> terms(MapReader keys) {
    Map<String, Optional<Boolean>> terms = new LinkedHashMap<>();
    keys.mapping("terms")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                // Declared even when its value is wrong, so that its uses are not wrong as well.
                Optional<String> word = mapping.oneOf(entry.key(), Set.of("yes", "no", "open"));
                terms.put(entry.key(), TERM_WORDS.get(word.orElse("open")));
              }
            });
    return terms;
  }

  private static List<Clause> clauses(MapReader keys, List<String> parties, Set<String> terms) {
    List<Clause> clauses = new ArrayList<>();
    keys.requiredNode("clauses", "{models-on-azure: {…}}");
    Optional<MapReader> mapping = keys.mapping("clauses");
    // One compiler for each kind of subject serves all clauses: making one is not cheap.
    Map<SubjectKind, PredicateCompiler> compilers = new LinkedHashMap<>();
    for (SubjectKind kind : SubjectKind.values()) {
      compilers.put(kind, new PredicateCompiler(kind, terms, keys.issues()));
    }
    if (mapping.isPresent()) {
      for (Node.Entry entry : mapping.get().entries()) {
        MapReader.of(entry.value(), "clause '" + entry.key() + "'", keys.issues())
            .flatMap(clause -> new ClauseReader(entry.key(), clause, parties, compilers).read())
            .ifPresent(clauses::add);
      }
    }
    return clauses;
  }

  /** The words for kinds of subject, for readers and hints. */
  static Optional<SubjectKind> subject(MapReader clause) {
    Set<String> words = new LinkedHashSet<>();
    for (SubjectKind kind : SubjectKind.values()) {
      words.add(kind.word());
    }
    Optional<String> word = clause.requiredText("over", "route");
    if (word.isPresent() && !words.contains(word.get())) {
      clause
          .issues()
          .add(
              clause.at("over"),
              "a clause cannot be over '" + word.get() + "'" + Names.hint(word.get(), words));
    }
    return word.filter(words::contains)
        .map(w -> SubjectKind.valueOf(w.toUpperCase(java.util.Locale.ROOT)));
  }
}
