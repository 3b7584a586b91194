package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static Waiver waiver(double usdPerDay, String... clauses) {
    Difference premium = new Difference(usdPerDay, usdPerDay, usdPerDay, 0, 1000);
    return new Waiver(Set.of(clauses), Optional.empty(), Optional.of(premium));
  }

  @Test
  void smallOnesComeFirstAndTheCheapestIsAskedForApart() {
    Waiver dear = waiver(9, "a");
    Waiver fair = waiver(5, "b");
    Waiver cheap = waiver(1, "c", "d");
    Waivers waivers = new Waivers(List.of(cheap, dear, fair), 3, true);
    assertThat(waivers.priced()).containsExactly(fair, dear, cheap);
    assertThat(waivers.cheapestFirst()).containsExactly(cheap, fair, dear);
    assertThat(waivers.leftOut()).isEmpty();
  }

  @Test
  void whatIsNotPricedIsSaid() {
    List<Waiver> one = List.of(waiver(1, "a"));
    assertThat(new Waivers(one, 1024, true).leftOut()).contains("the first 1 of 1024");
    assertThat(new Waivers(one, 1990, false).leftOut()).contains("the first 1 of more than 1990");
  }
}
