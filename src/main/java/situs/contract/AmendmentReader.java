package situs.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/**
 * Reads the {@code amendments:} of a contract and works them into its clauses: each ends, replaces
 * or suspends clauses and brings its own, from its day on.
 */
final class AmendmentReader {
  private final Lexicon lexicon;
  private final Map<String, Clause> clauses;

  /** Ids of clauses that are there, whether or not they could be read. */
  private final Set<String> written;

  /**
   * @param clauses of the contract and of earlier amendments, by id; changed
   * @param written ids of those of the contract, whether or not they could be read
   */
  AmendmentReader(Lexicon lexicon, Map<String, Clause> clauses, Collection<String> written) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.written = new LinkedHashSet<>(written);
  }

  /** The amendments, in order. */
  List<Amendment> read(MapReader contract) {
    List<Amendment> amendments = new ArrayList<>();
    contract
        .mapping("amendments")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                MapReader.of(entry.value(), "amendment '" + entry.key() + "'", contract.issues())
                    .flatMap(keys -> amendment(entry.key(), keys))
                    .ifPresent(amendments::add);
              }
            });
    return amendments;
  }

  private Optional<Amendment> amendment(String id, MapReader keys) {
    Attested attested = Attested.optional(keys);
    Optional<Moment> from =
        keys.requiredNode("from", "2026-04-27").flatMap(n -> lexicon.dates().moment(keys, "from"));
    Map<String, Clause> brought = brought(keys, from);
    List<String> ends = new ArrayList<>();
    keys.node("ends")
        .ifPresent(node -> ends.addAll(known(RuleKeys.words(node, keys), keys, "ends")));
    ends.addAll(replaced(keys, keys.keysOf("clauses")));
    Map<String, Dates.Rest> suspends = from.map(f -> suspended(keys, f)).orElse(Map.of());
    if (from.isEmpty()) {
      keys.node("suspends");
    }
    keys.done();
    Optional<Amendment> amendment =
        from.map(moment -> new Amendment(id, attested, moment, ends, suspends));
    amendment.ifPresent(a -> clauses.replaceAll((name, clause) -> a.applied(clause)));
    clauses.putAll(brought);
    written.addAll(keys.keysOf("clauses"));
    return amendment;
  }

  /** Its own clauses, in force from its day at the earliest. */
  private Map<String, Clause> brought(MapReader keys, Optional<Moment> from) {
    Map<String, Clause> brought = new LinkedHashMap<>();
    keys.mapping("clauses")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                ContractFile.clause(entry, mapping, lexicon, clauses.keySet(), from)
                    .ifPresent(c -> brought.put(c.id(), c));
              }
            });
    return brought;
  }

  /** {@code replaces: {old: new}}: the old ends, and the new is among its clauses. */
  private Collection<String> replaced(MapReader keys, Collection<String> brought) {
    Optional<MapReader> mapping = keys.mapping("replaces");
    if (mapping.isEmpty()) {
      return List.of();
    }
    List<String> old = new ArrayList<>();
    for (Node.Entry entry : mapping.get().entries()) {
      old.add(entry.key());
      Optional<String> by = mapping.get().text(entry.value(), "'" + entry.key() + "'");
      if (by.isPresent() && !brought.contains(by.get())) {
        keys.issues()
            .add(
                entry.value().at(),
                "'"
                    + by.get()
                    + "' is not among the clauses of this amendment"
                    + Names.hint(by.get(), brought));
      }
    }
    return known(old, keys, "replaces");
  }

  private Map<String, Dates.Rest> suspended(MapReader keys, Moment from) {
    Map<String, Dates.Rest> rests = new LinkedHashMap<>();
    keys.mapping("suspends")
        .ifPresent(
            mapping -> {
              known(mapping.entries().stream().map(Node.Entry::key).toList(), keys, "suspends");
              for (Node.Entry entry : mapping.entries()) {
                MapReader.of(entry.value(), "'" + entry.key() + "'", keys.issues())
                    .ifPresent(
                        rest -> {
                          Optional<Moment> until = lexicon.dates().moment(rest, "until");
                          rest.done();
                          rests.put(entry.key(), new Dates.Rest(from, until));
                        });
              }
            });
    return rests;
  }

  private List<String> known(List<String> ids, MapReader keys, String key) {
    for (String id : ids) {
      if (!written.contains(id)) {
        keys.issues()
            .add(
                keys.at(key),
                "there is no clause '" + id + "' before this amendment" + Names.hint(id, written));
      }
    }
    return ids;
  }
}
