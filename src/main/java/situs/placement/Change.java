package situs.placement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import situs.contract.Quota.Bound;

/** How a clause would read once something in it is conceded. */
public sealed interface Change {

  /** As the clause would then read. */
  String words();

  /** What is conceded, in its unit. */
  double amount();

  /** What a saving is divided by: a region, a point of a share, a dollar a day, an instance. */
  String unit();

  /**
   * It does not bind where any of them has part.
   *
   * @param regions as few as do it
   */
  record Regions(List<String> regions) implements Change {
    public Regions {
      regions = List.copyOf(regions);
    }

    @Override
    public String words() {
      return "does not bind where " + String.join(" or ", regions) + " has part";
    }

    @Override
    public double amount() {
      return regions.size();
    }

    @Override
    public String unit() {
      return "region";
    }
  }

  /**
   * It asks for less.
   *
   * @param from what it asks now: of a share in per cent, of money by the day, else as it stands
   * @param to what it would ask
   * @param tooLittle what it would ask after the nearest smaller concession that was tried and does
   *     not do as much
   */
  record Eased(Bound bound, double from, double to, double tooLittle, String unit)
      implements Change {
    /** The unit of a share. */
    static final String POINT = "point";

    @Override
    public String words() {
      return "asks for %s %s instead of %s".formatted(bound.words(), figure(to), figure(from));
    }

    @Override
    public double amount() {
      return Math.abs(to - from);
    }

    /** {@code 60 %}, {@code 1000 USD/day}. */
    public String figure(double value) {
      String plain =
          BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
      return plain + " " + (unit.equals(POINT) ? "%" : unit);
    }
  }
}
