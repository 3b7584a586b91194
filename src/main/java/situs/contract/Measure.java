package situs.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What clauses measure. */
public enum Measure {
  REQUESTS(SubjectKind.ROUTE, "", false),
  TOKENS(SubjectKind.ROUTE, "", false),
  SPEND(SubjectKind.CHARGE, "USD", false),
  INSTANCES(SubjectKind.PLACEMENT, "", true),
  ACCELERATORS(SubjectKind.PLACEMENT, "", true),
  /** Thermal design power of the accelerators. */
  POWER(SubjectKind.PLACEMENT, "W", true);

  private final SubjectKind over;
  private final String unit;
  private final boolean level;

  Measure(SubjectKind over, String unit, boolean level) {
    this.over = over;
    this.unit = unit;
    this.level = level;
  }

  /** Of what it is known. */
  SubjectKind over() {
    return over;
  }

  /** Empty for a plain number. */
  public String unit() {
    return unit;
  }

  /** Whether it is held at a time, not summed over time. */
  boolean isLevel() {
    return level;
  }

  /** {@code 1234.5 USD}, to two decimals. */
  public String shown(BigDecimal amount) {
    String number = amount.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /** Whether it is of so much in a time, and not held at any. */
  public boolean isFlow() {
    return !level;
  }

  /** The word used in files and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
