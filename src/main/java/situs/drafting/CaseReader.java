package situs.drafting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.contract.Circumstances;
import situs.contract.CircumstancesReader;
import situs.contract.Contracts;
import situs.contract.Dates;
import situs.contract.Fact;
import situs.contract.Facts;
import situs.contract.SubjectKind;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/** Reads one case. */
final class CaseReader {
  private static final String NAME = "workload.name";

  private final String name;
  private final MapReader keys;
  private final Contracts contracts;

  CaseReader(String name, MapReader keys, Contracts contracts) {
    this.name = name;
    this.keys = keys;
    this.contracts = contracts;
  }

  Optional<ContractCase> read() {
    keys.text("text");
    List<Instant> dates = dates();
    // Asked for even where it cannot be read without knowing what it is of.
    keys.requiredNode("over", "route");
    keys.requiredNode("facts", "{target.provider: aws}");
    keys.requiredNode("expect", "{models-on-azure: forbidden}");
    Optional<SubjectKind> kind =
        keys.oneOf("over", SubjectKind.WRITTEN.stream().map(SubjectKind::word).toList())
            .flatMap(CaseReader::kind);
    Optional<Facts> facts = kind.map(over -> new Facts(over, facts(over)));
    List<String> workloads =
        facts.map(f -> f.values().get(NAME)).map(Object::toString).stream().toList();
    Circumstances circumstances =
        CircumstancesReader.read(
            keys,
            contracts,
            new CircumstancesReader.Named(workloads, Optional.empty()),
            dates.stream().findFirst().orElse(Instant.EPOCH));
    List<Expectation> expectations =
        kind.map(over -> new ExpectationReader(keys, contracts.under(circumstances), over).read())
            .orElse(List.of());
    keys.done();
    return facts.map(f -> new ContractCase(name, dates, circumstances, f, expectations));
  }

  private static Optional<SubjectKind> kind(String word) {
    return SubjectKind.WRITTEN.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** One date, or several. */
  private List<Instant> dates() {
    Optional<Node> node = keys.requiredNode("at", "2026-03-18");
    List<Node> items = node.stream().flatMap(CaseReader::items).toList();
    List<Instant> dates = new ArrayList<>();
    for (Node item : items) {
      keys.text(item, "'at'")
          .flatMap(text -> Dates.instant(text, item.at(), "'at'", keys.issues()))
          .ifPresent(dates::add);
    }
    if (node.isPresent() && items.isEmpty()) {
      keys.issues().add(node.get().at(), "'at' names no date, so nothing would be judged");
    }
    return dates;
  }

  private static Stream<Node> items(Node node) {
    return node instanceof Node.Sequence list ? list.items().stream() : Stream.of(node);
  }

  /** Facts by name; what is not stated is not known. */
  private Map<String, Object> facts(SubjectKind over) {
    List<Fact> known = Fact.ALL.stream().filter(f -> f.subjects().contains(over)).toList();
    Map<String, Object> facts = new LinkedHashMap<>();
    keys.mapping("facts")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                known.stream()
                    .filter(fact -> fact.name().equals(entry.key()))
                    .findFirst()
                    .ifPresentOrElse(
                        fact -> value(fact, entry).ifPresent(v -> facts.put(fact.name(), v)),
                        () -> unknown(entry, over, known));
              }
            });
    return facts;
  }

  private void unknown(Node.Entry entry, SubjectKind over, List<Fact> known) {
    String way =
        entry.key().startsWith("term.")
            ? "; terms stand under `circumstances: {terms: …}`"
            : Names.hint(entry.key(), known.stream().map(Fact::name).toList());
    keys.issues().add(entry.at(), "no fact '" + entry.key() + "' of a " + over.word() + way);
  }

  private Optional<Object> value(Fact fact, Node.Entry entry) {
    String what = "'" + fact.name() + "'";
    if (!fact.isList()) {
      return keys.text(entry.value(), what).map(text -> text);
    }
    if (entry.value() instanceof Node.Sequence list) {
      return Optional.of(
          list.items().stream().flatMap(i -> keys.text(i, "an item of " + what).stream()).toList());
    }
    keys.issues().add(entry.value().at(), what + " must be a list of texts");
    return Optional.empty();
  }
}
