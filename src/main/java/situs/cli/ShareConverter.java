package situs.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1 %} and {@code 0.01}: a share above 0 and below 1. */
final class ShareConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    String digits = text.strip();
    boolean percent = digits.endsWith("%");
    try {
      double value =
          Double.parseDouble(percent ? digits.substring(0, digits.length() - 1) : digits);
      double share = percent ? value / 100 : value;
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new TypeConversionException("'" + text + "' is no share between 0 and 100 %, such as 1%");
  }
}
