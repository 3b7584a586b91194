package situs.bill;

import java.util.List;
import situs.model.Money;

/** What a run's measured window cost. */
public record Bill(List<BillLine> lines) {

  public Bill {
    lines = List.copyOf(lines);
  }

  public Money total() {
    return lines.stream().map(BillLine::cost).reduce(Money.ZERO, Money::plus);
  }
}
