package situs.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dated text between parties.
 *
 * @param home the provider that it makes the home of what it binds
 * @param terms what the text leaves open or settles, by name; an open one is empty
 */
public record Contract(
    String name,
    List<String> parties,
    Optional<String> home,
    Map<String, Optional<Boolean>> terms,
    List<Clause> clauses) {
  public Contract {
    parties = List.copyOf(parties);
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    clauses = List.copyOf(clauses);
  }

  /** The terms that are settled, as facts. */
  Map<String, Boolean> settled() {
    Map<String, Boolean> settled = new LinkedHashMap<>();
    terms.forEach((name, value) -> value.ifPresent(v -> settled.put("term." + name, v)));
    return settled;
  }
}
