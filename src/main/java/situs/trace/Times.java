package situs.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads times to the nanosecond: {@code 2023-11-16 18:17:03.9799600}, with an offset from UTC where
 * there is one, or a number.
 */
final class Times {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[' ']['T']HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int DATE = "2023-11-16 ".length();
  private static final int TO_SECONDS = "2023-11-16 18:17:03".length();
  private static final int NANO_DIGITS = 9;
  private static final long SECOND_NS = 1_000_000_000;

  /** Digits that surely fit with the unit's zeros behind them. */
  private static final int SAFE_DIGITS = 9;

  private final TraceTimeUnit unit;

  /** The day of the row before: most rows are of the same. */
  private final Text day = new Text();

  private long dayStartS;

  Times(TraceTimeUnit unit) {
    this.unit = unit;
  }

  /** Nanoseconds; throws {@link IllegalArgumentException} for what is not a time. */
  long read(Text text) {
    if (text.isDigits(0, Math.min(text.length, SAFE_DIGITS + 1)) && text.length <= SAFE_DIGITS) {
      return text.digits(0, text.length) * powerOfTen(unit.digits());
    }
    return isPlainTimestamp(text) ? plain(text) : slowly(text.toString());
  }

  /** Whether it has the commonest form, without an offset. */
  private boolean isPlainTimestamp(Text text) {
    return text.length >= TO_SECONDS
        && text.startsLike(day, DATE)
        && text.isDigits(DATE, DATE + 2)
        && text.chars[DATE + 2] == ':'
        && text.isDigits(DATE + 3, DATE + 5)
        && text.chars[DATE + 5] == ':'
        && text.isDigits(DATE + 6, TO_SECONDS)
        && (text.length == TO_SECONDS
            || text.chars[TO_SECONDS] == '.'
                && text.length <= TO_SECONDS + 1 + NANO_DIGITS
                && text.isDigits(TO_SECONDS + 1, text.length))
        && text.digits(DATE, DATE + 2) < 24
        && text.digits(DATE + 3, DATE + 5) < 60
        && text.digits(DATE + 6, TO_SECONDS) < 60;
  }

  private long plain(Text text) {
    long seconds =
        dayStartS
            + 3600 * text.digits(DATE, DATE + 2)
            + 60 * text.digits(DATE + 3, DATE + 5)
            + text.digits(DATE + 6, TO_SECONDS);
    int digits = Math.max(0, text.length - TO_SECONDS - 1);
    long fraction = digits == 0 ? 0 : text.digits(TO_SECONDS + 1, text.length);
    return seconds * SECOND_NS + fraction * powerOfTen(NANO_DIGITS - digits);
  }

  private static long powerOfTen(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  private long slowly(String text) {
    try {
      return number(text);
    } catch (NumberFormatException e) {
      return timestamp(text);
    } catch (ArithmeticException e) {
      throw notATime(text, e);
    }
  }

  private long number(String text) {
    return new BigDecimal(text)
        .movePointRight(unit.digits())
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private long timestamp(String text) {
    try {
      TemporalAccessor read = TIMESTAMP.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      if (read instanceof LocalDateTime local) {
        remember(text, local.toLocalDate());
        return nanos(local.atOffset(ZoneOffset.UTC));
      }
      return nanos((OffsetDateTime) read);
    } catch (DateTimeException | ArithmeticException e) {
      throw notATime(text, e);
    }
  }

  private void remember(String text, LocalDate date) {
    day.set(text.substring(0, DATE));
    dayStartS = date.toEpochDay() * 86_400;
  }

  private static long nanos(OffsetDateTime at) {
    return Math.addExact(Math.multiplyExact(at.toEpochSecond(), SECOND_NS), at.getNano());
  }

  private static IllegalArgumentException notATime(String text, Exception cause) {
    return new IllegalArgumentException(
        "'" + text + "' is not a time such as 2023-11-16 18:17:03.9799600, nor a number", cause);
  }
}
