package situs.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A choice of readings for everything in a contract that can be read in several ways: one reading
 * for all, or a profile, which sets many.
 *
 * @param name by which the whole is asked for: a reading, a profile or a party
 * @param reader who reads what is neither picked nor preset: the profile or party
 * @param preset reading of what the choice does not name; empty: by its letter, or as it stands
 * @param picks readings by clause and word; {@link #AS_IT_STANDS} is none of those named
 */
record Construction(
    String name, String reader, Optional<String> preset, Map<String, String> picks) {
  static final String AS_IT_STANDS = "";

  Construction {
    picks = Map.copyOf(picks);
  }

  Construction(String name, Optional<String> preset, Map<String, String> picks) {
    this(name, name, preset, picks);
  }

  /** One reading for all. */
  static Construction of(String reading) {
    return new Construction(reading, Optional.of(reading), Map.of());
  }

  /** The same with picks that go before its own, under another name. */
  Construction with(String otherName, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(picks);
    all.putAll(more);
    return new Construction(otherName, reader, preset, all);
  }

  /**
   * The reading of a clause or word: the one picked, else that which the one named reads it by,
   * else the preset, else {@code letter}; empty: as it stands.
   *
   * @param named readings that it has
   * @param readBy who reads it so, by reading
   */
  Optional<String> of(String item, Set<String> named, Map<String, List<String>> readBy) {
    if (AS_IT_STANDS.equals(picks.get(item))) {
      return Optional.empty();
    }
    return Optional.ofNullable(picks.get(item))
        .filter(named::contains)
        .or(() -> named.stream().filter(r -> reads(readBy.getOrDefault(r, List.of()))).findFirst())
        .or(() -> preset.filter(named::contains))
        .or(() -> Optional.of(Contracts.LETTER).filter(named::contains));
  }

  private boolean reads(List<String> parties) {
    return parties.contains(reader);
  }
}
