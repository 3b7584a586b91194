package situs.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Says which known names come nearest to an unknown one. */
public final class Names {
  private static final int SHOWN = 3;
  private static final int LISTED = 12;

  private Names() {}

  /**
   * {@code ; did you mean 'cheapest'?} where something is near, else what there is, as far as it
   * can be listed.
   */
  public static String hint(String wrong, Collection<String> known) {
    List<String> near = nearest(wrong, known);
    if (!near.isEmpty()) {
      return "; did you mean " + quoted(near, " or ") + "?";
    }
    if (known.isEmpty()) {
      return "";
    }
    List<String> sorted = known.stream().sorted().limit(LISTED).toList();
    String more = known.size() > LISTED ? ", and " + (known.size() - LISTED) + " more" : "";
    return "; there is " + quoted(sorted, ", ") + more;
  }

  /**
   * At most three names within a third of the length in edits, of the same letters, or that contain
   * the word.
   */
  public static List<String> nearest(String wrong, Collection<String> known) {
    String word = wrong.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, word.length() / 3);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .filter(k -> near(word, k.toLowerCase(Locale.ROOT), limit, distance))
        .sorted(
            Comparator.<String>comparingInt(k -> distance.apply(word, k.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  private static boolean near(String word, String name, int limit, LevenshteinDistance distance) {
    return distance.apply(word, name) <= limit
        || word.length() >= 3 && (name.contains(word) || sameLetters(word, name));
  }

  /** Swapped letters are two edits, and yet the commonest slip. */
  private static boolean sameLetters(String word, String name) {
    return Arrays.equals(word.chars().sorted().toArray(), name.chars().sorted().toArray());
  }

  private static String quoted(List<String> names, String separator) {
    return String.join(separator, names.stream().map(n -> "'" + n + "'").toList());
  }
}
