package situs.drafting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import situs.contract.Examination;

/**
 * What a case expects a reading of a clause to say.
 *
 * @param word of the verdict, or {@code allowed}: kept or not applicable
 * @param missing the facts without which it cannot be told; empty: whichever
 */
record Expected(String word, Set<String> missing) {
  private static final Set<String> ALLOWS = Set.of("kept", "not applicable");
  private static final String UNDETERMINED = "undetermined";
  private static final String WITHOUT = UNDETERMINED + " without ";

  Expected {
    missing = Set.copyOf(missing);
  }

  /**
   * Reads {@code forbidden}, {@code undetermined without call.state}; empty for what is none of
   * these.
   *
   * @param possible words that can come of it
   */
  static Optional<Expected> read(String text, List<String> possible) {
    if (text.startsWith(WITHOUT)) {
      String[] facts = text.substring(WITHOUT.length()).strip().split("\\s*,\\s*");
      return Optional.of(new Expected(UNDETERMINED, new TreeSet<>(List.of(facts))));
    }
    return Optional.of(text).filter(possible::contains).map(word -> new Expected(word, Set.of()));
  }

  boolean met(Examination got) {
    boolean same =
        word.equals(Examination.ALLOWED) ? ALLOWS.contains(got.word()) : word.equals(got.word());
    return same && (missing.isEmpty() || missing.equals(Set.copyOf(got.missing())));
  }

  static String shown(String word, Collection<String> missing) {
    return missing.isEmpty()
        ? word
        : word + missing.stream().sorted().collect(Collectors.joining(", ", " without ", ""));
  }

  @Override
  public String toString() {
    return shown(word, missing);
  }
}
