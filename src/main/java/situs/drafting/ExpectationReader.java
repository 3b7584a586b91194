package situs.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Examination;
import situs.contract.Fact;
import situs.contract.SubjectKind;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/** Reads what a case expects: a word for all readings of a clause, or one for each. */
final class ExpectationReader {
  private final MapReader keys;
  private final Contracts contracts;
  private final SubjectKind over;

  /** A clause with the contract that it is of. */
  private record Target(Contract contract, Clause clause) {}

  ExpectationReader(MapReader keys, Contracts contracts, SubjectKind over) {
    this.keys = keys;
    this.contracts = contracts;
    this.over = over;
  }

  List<Expectation> read() {
    Map<String, Target> targets = targets();
    List<Expectation> expectations = new ArrayList<>();
    keys.mapping("expect")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                Optional.ofNullable(targets.get(entry.key()))
                    .ifPresentOrElse(
                        target -> expectations.addAll(ofClause(target, entry)),
                        () -> unknown(entry, targets));
              }
            });
    return expectations;
  }

  private void unknown(Node.Entry entry, Map<String, Target> targets) {
    keys.issues()
        .add(
            entry.at(),
            "no single clause '" + entry.key() + "'" + Names.hint(entry.key(), targets.keySet()));
  }

  /** By id where only one contract has it, and by contract and id. */
  private Map<String, Target> targets() {
    Map<String, Target> targets = new LinkedHashMap<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        Target target = new Target(contract, clause);
        if (owners(clause) == 1) {
          targets.put(clause.id(), target);
        }
        targets.put(contract.name() + "/" + clause.id(), target);
      }
    }
    return targets;
  }

  private long owners(Clause clause) {
    return contracts.contracts().stream()
        .flatMap(contract -> contract.clauses().stream())
        .filter(other -> other.id().equals(clause.id()))
        .count();
  }

  private List<Expectation> ofClause(Target target, Node.Entry entry) {
    if (target.clause().over() != over) {
      String wrong = "clause '%s' is over %s and not over %s";
      String is = target.clause().over().word();
      keys.issues().add(entry.at(), wrong.formatted(entry.key(), is, over.word()));
      return List.of();
    }
    return entry.value() instanceof Node.Mapping mapping
        ? byReading(target, new MapReader(mapping, keys.issues()))
        : contracts.readings().stream()
            .flatMap(reading -> expectation(target, reading, entry.value()).stream())
            .toList();
  }

  private List<Expectation> byReading(Target target, MapReader readings) {
    List<String> known = contracts.choices();
    List<Expectation> expectations = new ArrayList<>();
    for (Node.Entry entry : readings.entries()) {
      if (known.contains(entry.key())) {
        expectation(target, entry.key(), entry.value()).ifPresent(expectations::add);
      } else {
        String message = "no reading or profile '" + entry.key() + "'";
        keys.issues().add(entry.at(), message + Names.hint(entry.key(), known));
      }
    }
    return expectations;
  }

  /**
   * A fact, a term or an event that is named and is none; circumstances have names of their own.
   */
  private void missing(Target target, String fact, Node node) {
    Set<String> known = new TreeSet<>();
    Fact.ALL.stream().filter(f -> f.subjects().contains(over)).forEach(f -> known.add(f.name()));
    target.contract().terms().keySet().forEach(term -> known.add("term." + term));
    target.contract().events().forEach(event -> known.add("event." + event.replace('-', '_')));
    Stream<String> kinds =
        Stream.concat(Fact.ALL.stream().map(Fact::name), Stream.of("term.", "event."))
            .filter(name -> name.contains("."))
            .map(name -> name.substring(0, name.indexOf('.') + 1));
    if (!known.contains(fact) && kinds.anyMatch(fact::startsWith)) {
      String message = "no fact '%s' of a %s%s";
      keys.issues().add(node.at(), message.formatted(fact, over.word(), Names.hint(fact, known)));
    }
  }

  private Optional<Expectation> expectation(Target target, String reading, Node node) {
    List<String> possible = Examination.words(target.clause(), reading);
    Optional<String> text = keys.text(node, "what is expected");
    Optional<Expected> expected = text.flatMap(t -> Expected.read(t, possible));
    if (text.isPresent() && expected.isEmpty()) {
      String message = "clause '%s' is never '%s'%s";
      String hint = Names.hint(text.get(), possible);
      keys.issues().add(node.at(), message.formatted(target.clause().id(), text.get(), hint));
    }
    expected.ifPresent(e -> e.missing().forEach(fact -> missing(target, fact, node)));
    return expected.map(
        e ->
            new Expectation(node.at(), target.contract().name(), target.clause().id(), reading, e));
  }
}
