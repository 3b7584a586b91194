package situs.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A word that a contract defines, {@code word.NAME} in its conditions. Whoever reads the word
 * otherwise reads every clause otherwise that uses it.
 *
 * @param over what it is said of
 * @param base what it means where a reading is not named; empty: as the first reading has it
 * @param readings what it means, by reading; conditions as written, in the order of the file
 * @param readBy which parties read it so, by reading
 */
record Definition(
    String name,
    SubjectKind over,
    Optional<String> base,
    Map<String, String> readings,
    Map<String, List<String>> readBy) {
  Definition {
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    readBy = Map.copyOf(readBy);
  }

  String under(String reading) {
    String named = readings.get(reading);
    return named != null ? named : base.orElseGet(() -> readings.values().iterator().next());
  }
}
