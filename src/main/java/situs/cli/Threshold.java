package situs.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import situs.experiment.Experiment;

/** What {@code --fail-on} watches. */
interface Threshold {

  /** Why it can not be watched when these strategies run; empty when it can. */
  Optional<String> problem(Collection<String> strategies);

  /** Who crosses it and by what, in words; empty when nobody does. */
  List<String> crossings(Experiment experiment);

  /** Reads {@code breach} and {@code cheapest.cost_usd_per_day>120000}. */
  final class Converter implements ITypeConverter<Threshold> {
    @Override
    public Threshold convert(String text) {
      Optional<? extends Threshold> word = WordThreshold.of(text);
      if (word.isPresent()) {
        return word.get();
      }
      try {
        return ColumnThreshold.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
