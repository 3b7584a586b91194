package situs.bill;

import java.util.List;
import java.util.stream.Stream;
import situs.model.Categories;
import situs.model.Money;

/** What a run's measured window cost. */
public record Bill(List<BillLine> lines) {

  public Bill {
    lines = List.copyOf(lines);
  }

  /** The same with more lines at its end. */
  public Bill with(List<BillLine> more) {
    return new Bill(Stream.concat(lines.stream(), more.stream()).toList());
  }

  /** What providers are paid: all of it but what contracts make payable beside. */
  public Money bought() {
    return lines.stream()
        .filter(line -> !line.category().equals(Categories.OTHER))
        .map(BillLine::cost)
        .reduce(Money.ZERO, Money::plus);
  }

  public Money total() {
    return lines.stream().map(BillLine::cost).reduce(Money.ZERO, Money::plus);
  }
}
