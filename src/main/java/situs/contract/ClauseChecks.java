package situs.contract;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import situs.document.MapReader;
import situs.document.Mark;
import situs.document.Names;
import situs.document.Node;

/** What can only be checked once all clauses of a contract are known. */
final class ClauseChecks {
  private static final int MOST_HOLDERS = 8;

  private final Collection<Clause> clauses;
  private final Words words;
  private final MapReader contract;

  ClauseChecks(Map<String, Clause> clauses, Words words, MapReader contract) {
    this.clauses = clauses.values();
    this.words = words;
    this.contract = contract;
  }

  /** What a profile picks must be there to be picked. */
  void profiles() {
    Map<String, Set<String>> readings = new LinkedHashMap<>();
    words.all().forEach(word -> readings.put(word.name(), word.readings().keySet()));
    clauses.forEach(clause -> readings.put(clause.id(), clause.readings().keySet()));
    contract
        .mapping("profiles")
        .ifPresent(
            profiles -> {
              for (Node.Entry profile : profiles.entries()) {
                if (profile.value() instanceof Node.Mapping own) {
                  profile(new MapReader(own, contract.issues()), readings);
                }
              }
            });
  }

  private void profile(MapReader own, Map<String, Set<String>> readings) {
    // Where something could not be read, its readings are not known.
    if (!contract.issues().any()) {
      preset(own, readings);
    }
    own.mapping("readings").ifPresent(picks -> picks.entries().forEach(p -> pick(p, readings)));
  }

  private void preset(MapReader own, Map<String, Set<String>> readings) {
    Set<String> known = new TreeSet<>();
    readings.values().forEach(known::addAll);
    own.text("default")
        .filter(preset -> !known.contains(preset))
        .ifPresent(
            preset ->
                contract
                    .issues()
                    .add(
                        own.at("default"),
                        "no clause or word has a reading '%s'%s"
                            .formatted(preset, Names.hint(preset, known))));
  }

  /** A run can watch a few providers for room, and not any number. */
  void holders() {
    long holders =
        clauses.stream()
            .flatMap(Clause::rules)
            .filter(FirstRefusal.class::isInstance)
            .flatMap(rule -> ((FirstRefusal) rule).to().stream())
            .distinct()
            .count();
    if (holders > MOST_HOLDERS) {
      contract
          .issues()
          .add(
              contract.at("clauses"),
              "at most " + MOST_HOLDERS + " can have a right of first refusal, here " + holders);
    }
  }

  private boolean isWritten(String name) {
    return contract.keysOf("clauses").contains(name) || contract.keysOf("define").contains(name);
  }

  private void pick(Node.Entry pick, Map<String, Set<String>> readings) {
    Set<String> known =
        readings.getOrDefault(pick.key(), readings.get(pick.key().replace('-', '_')));
    if (known == null && isWritten(pick.key())) {
      // It could not be read, of which there is an issue already.
      return;
    }
    if (known == null) {
      contract
          .issues()
          .add(
              pick.at(),
              "there is no clause or word '"
                  + pick.key()
                  + "'"
                  + Names.hint(pick.key(), readings.keySet()));
    } else if (pick.value() instanceof Node.Scalar reading && !known.contains(reading.text())) {
      contract
          .issues()
          .add(
              reading.at(),
              "'"
                  + pick.key()
                  + "' has no reading '"
                  + reading.text()
                  + "'"
                  + Names.hint(reading.text(), known));
    }
  }

  /** What is left to be permitted is left to permissions over the same subjects. */
  void permissions() {
    Map<SubjectKind, Set<String>> permissions = new EnumMap<>(SubjectKind.class);
    clauses.stream()
        .filter(c -> c.rules().anyMatch(Permit.class::isInstance))
        .forEach(
            c -> permissions.computeIfAbsent(c.over(), over -> new LinkedHashSet<>()).add(c.id()));
    for (Clause clause : clauses) {
      Set<String> known = permissions.getOrDefault(clause.over(), Set.of());
      clause
          .rules()
          .filter(PermittedBy.class::isInstance)
          .flatMap(rule -> ((PermittedBy) rule).clauses().stream())
          .distinct()
          .filter(id -> !known.contains(id))
          .forEach(id -> noPermission(clause, id, known));
    }
  }

  private void noPermission(Clause clause, String id, Set<String> known) {
    contract
        .issues()
        .add(
            at(clause.id(), id),
            "clause '%s': no permission over %s is called '%s'%s"
                .formatted(clause.id(), clause.over().word(), id, Names.hint(id, known)));
  }

  /** Where a clause names something; the clauses, where that cannot be found. */
  private Mark at(String clause, String named) {
    return Stream.of("clauses", "amendments")
        .flatMap(key -> contract.node(key).stream())
        .flatMap(node -> called(node, clause))
        .flatMap(value -> written(value, named))
        .map(Node::at)
        .findFirst()
        .orElseGet(() -> contract.at("clauses"));
  }

  /** The values of a key at any depth. */
  private static Stream<Node> called(Node node, String key) {
    return node instanceof Node.Mapping mapping
        ? mapping.entries().values().stream()
            .flatMap(
                entry ->
                    entry.key().equals(key) ? Stream.of(entry.value()) : called(entry.value(), key))
        : Stream.empty();
  }

  /** Where a text stands by itself. */
  private static Stream<Node> written(Node node, String text) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text().equals(text) ? Stream.of(scalar) : Stream.empty();
    }
    return node instanceof Node.Sequence list
        ? list.items().stream().flatMap(item -> written(item, text))
        : ((Node.Mapping) node)
            .entries().values().stream().flatMap(entry -> written(entry.value(), text));
  }

  /** What a commitment goes beyond is one of the same measure, and does not lead back to it. */
  void commitments() {
    for (Clause clause : clauses) {
      commitments(clause)
          .filter(c -> c.beyond().isPresent())
          .distinct()
          .forEach(c -> beyond(clause, c));
    }
  }

  private static Stream<Commitment> commitments(Clause clause) {
    return clause.rules().filter(Commitment.class::isInstance).map(Commitment.class::cast);
  }

  private void beyond(Clause clause, Commitment commitment) {
    String first = commitment.beyond().orElseThrow();
    List<String> known =
        clauses.stream()
            .filter(c -> commitments(c).anyMatch(o -> o.of() == commitment.of()))
            .filter(c -> !leadsTo(c, clause.id(), new HashSet<>()))
            .map(Clause::id)
            .toList();
    if (!known.contains(first) && !isUnread(first)) {
      contract
          .issues()
          .add(
              at(clause.id(), first),
              "clause '%s': 'beyond' wants another commitment to %s, which is not beyond this one; '%s' is none%s"
                  .formatted(clause.id(), commitment.of().word(), first, Names.hint(first, known)));
    }
  }

  /** It could not be read, of which there is an issue already. */
  private boolean isUnread(String id) {
    return isWritten(id) && clauses.stream().noneMatch(c -> c.id().equals(id));
  }

  /** Whether a clause is another, or beyond it. */
  private boolean leadsTo(Clause clause, String id, Set<String> seen) {
    return clause.id().equals(id)
        || seen.add(clause.id())
            && commitments(clause)
                .flatMap(c -> c.beyond().stream())
                .flatMap(next -> clauses.stream().filter(c -> c.id().equals(next)))
                .anyMatch(next -> leadsTo(next, id, seen));
  }
}
