package situs.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A physical dimension with the units in which it may be written. A value is a number, a space
 * where wished, and a unit: {@code 24 h}, {@code 90/s}, {@code 98.32 USD/h}.
 */
public enum Units {
  /** Seconds. */
  TIME(
      "s",
      unit("ns", "0.000000001"),
      unit("us", "0.000001"),
      unit("ms", "0.001"),
      unit("s", "1"),
      unit("min", "60"),
      unit("h", "3600"),
      unit("d", "86400")),
  /** Per second. */
  RATE(
      "/s",
      unit("/s", "1"),
      unit("/min", null, 60),
      unit("/h", null, 3600),
      unit("/d", null, 86400)),
  /** GiB. */
  MEMORY("GiB", unit("MiB", null, 1024), unit("GiB", "1"), unit("TiB", "1024")),
  /** 10^9 bytes. */
  BYTES_GB("GB", unit("MB", "0.001"), unit("GB", "1"), unit("TB", "1000")),
  /** Bytes. */
  BYTES("B", unit("B", "1"), unit("kB", "1000"), unit("MB", "1000000")),
  /** US dollars. */
  MONEY("USD", unit("USD", "1")),
  /** US dollars an hour. */
  HOURLY_PRICE("USD/h", unit("USD/h", "1")),
  /** US dollars a GB of 10^9 bytes. */
  PRICE_PER_GB("USD/GB", unit("USD/GB", "1")),
  /** US dollars a million tokens. */
  PRICE_PER_MTOK("USD/Mtok", unit("USD/Mtok", "1")),

  /** US dollars a GiB and hour. */
  PRICE_PER_GIB_HOUR("USD/GiB-h", unit("USD/GiB-h", "1")),
  /** 10^9 bytes a second. */
  BANDWIDTH("GB/s", unit("GB/s", "1"), unit("TB/s", "1000")),
  /** 10^12 floating-point operations a second. */
  COMPUTE("TFLOPS", unit("TFLOPS", "1"), unit("PFLOPS", "1000")),
  /** Virtual CPUs. */
  VCPU("vCPU", unit("vCPU", "1")),
  /** g CO2 per kWh. */
  CARBON("g/kWh", unit("g/kWh", "1")),
  /** Watts. */
  POWER("W", unit("W", "1"), unit("kW", "1000"));

  private static final Pattern SHAPE =
      Pattern.compile("([+-]?[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?)\\s*(.*)");

  private final String base;
  private final Map<String, Scale> scales = new LinkedHashMap<>();

  /** A unit as numerator over denominator of the base unit, so that 1/3600 stays exact enough. */
  private record Scale(String name, BigDecimal times, int over) {}

  private static Scale unit(String name, String times) {
    return new Scale(name, new BigDecimal(times), 1);
  }

  private static Scale unit(String name, @org.jspecify.annotations.Nullable String none, int over) {
    return new Scale(name, BigDecimal.ONE, over);
  }

  Units(String base, Scale... scales) {
    this.base = base;
    for (Scale scale : scales) {
      this.scales.put(scale.name(), scale);
    }
  }

  /** The unit in which values are given to the program. */
  public String base() {
    return base;
  }

  /** The names of the allowed units, the smallest first. */
  public List<String> names() {
    return List.copyOf(scales.keySet());
  }

  /** The allowed units, for messages. */
  public String allowed() {
    return String.join(", ", scales.keySet());
  }

  /** A value read, or what is wrong with it. */
  public record Reading(Optional<BigDecimal> value, String problem) {}

  /** Reads {@code text} into the base unit. */
  public Reading read(String text) {
    Matcher shape = SHAPE.matcher(text.trim());
    if (!shape.matches()) {
      return wrong(
          "'" + text + "' is not a number with a unit; write for example '" + example() + "'");
    }
    String unit = shape.group(2).trim();
    Scale scale = scales.get(unit);
    if (scale == null) {
      String what =
          unit.isEmpty()
              ? "'" + text + "' has no unit"
              : "unknown unit '" + unit + "' in '" + text + "'";
      return wrong(what + "; allowed: " + allowed());
    }
    BigDecimal number = new BigDecimal(shape.group(1).replace("_", ""));
    BigDecimal scaled = number.multiply(scale.times());
    return new Reading(
        Optional.of(
            scale.over() == 1
                ? scaled
                : scaled.divide(BigDecimal.valueOf(scale.over()), java.math.MathContext.DECIMAL64)),
        "");
  }

  private String example() {
    return "1" + (base.startsWith("/") ? base : " " + base);
  }

  private static Reading wrong(String problem) {
    return new Reading(Optional.empty(), problem);
  }
}
