package situs.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import situs.audit.Standing;
import situs.document.Names;
import situs.review.Review;

/** What {@code --fail-on} watches where nothing is simulated; a run's thresholds say the same. */
enum ReviewLimit {
  /** What is placed is in breach. */
  BREACH,
  /** It is contested or in breach. */
  CONTESTED,
  /** A component found no place. */
  UNPLACED;

  /** Reads the words of a command line. */
  static final class Converter implements ITypeConverter<ReviewLimit> {
    @Override
    public ReviewLimit convert(String text) {
      List<String> words = Arrays.stream(values()).map(ReviewLimit::word).toList();
      int found = words.indexOf(text.strip().toLowerCase(Locale.ROOT));
      if (found < 0) {
        throw new TypeConversionException(
            "there is no limit '" + text + "'" + Names.hint(text, words));
      }
      return values()[found];
    }
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What crosses it, in words; of what is not placed no clause says where it stands. */
  Optional<String> crossing(Review review) {
    String strategy = "'" + review.strategy() + "' ";
    long unplaced =
        review.placement().unplaced().stream().map(u -> u.component()).distinct().count();
    Standing worst =
        review.regimes().stream().map(review::standing).reduce(Standing::worst).orElseThrow();
    return switch (this) {
      case BREACH ->
          worst == Standing.BREACH ? Optional.of(strategy + "is breach") : Optional.empty();
      case CONTESTED ->
          worst == Standing.COMPLIANT
              ? Optional.empty()
              : Optional.of(strategy + "is " + worst.word());
      case UNPLACED ->
          unplaced == 0
              ? Optional.empty()
              : Optional.of(strategy + "leaves " + unplaced + " without a place");
    };
  }
}
