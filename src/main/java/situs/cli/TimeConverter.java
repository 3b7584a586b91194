package situs.cli;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import situs.document.Units;

/** Reads {@code 24 h} as scenarios do. */
final class TimeConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    Units.Reading reading = Units.TIME.read(text);
    BigDecimal seconds =
        reading.value().orElseThrow(() -> new TypeConversionException(reading.problem()));
    if (seconds.signum() <= 0) {
      throw new TypeConversionException("'" + text + "' is not a positive time");
    }
    return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
  }
}
