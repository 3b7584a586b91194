package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.bench.ManyWorkloads;
import situs.contract.Facts;
import situs.placement.Sought.Found;

/** Optima of a size at which searches end with a gap, under a clause more each time. */
class TogetherTest {
  private static final List<String> CLAUSES = List.of("c/1", "c/2", "c/3");

  /** Each clause objects to one in eight of what could be chosen, by its facts. */
  private static Law law() {
    return new Law() {
      @Override
      public Set<ClauseReading> against(Facts facts) {
        Map<String, Object> sorted = new TreeMap<>(facts.values());
        Set<ClauseReading> against = new TreeSet<>();
        for (String clause : CLAUSES) {
          if (Math.floorMod((sorted + clause).hashCode(), 8) == 0) {
            against.add(new ClauseReading(clause, "letter"));
          }
        }
        return against;
      }
    };
  }

  @ParameterizedTest(name = "{0} pools on {1} offers")
  @CsvSource({"39, 30", "48, 50", "34, 40"})
  void aClauseMoreNeverCostsLessNorLowersTheBound(int pools, int offers) {
    Stages stages =
        Stages.of(
            new ManyWorkloads(pools, offers, 1, 0).scenario().scenario(), law(), Sizing.USUAL);
    List<Predicate<ClauseReading>> choices = new ArrayList<>(List.of(c -> false));
    for (int n = 1; n <= CLAUSES.size(); n++) {
      List<String> bind = CLAUSES.subList(0, n);
      choices.add(c -> bind.contains(c.clause()));
    }
    List<Plan> plans =
        Together.of(stages, choices, new Goal.Cost(), Optimal.EFFORT).stream()
            .map(sought -> ((Found<Plan>) sought).best())
            .toList();
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i);
      assertThat(plan.objections()).noneMatch(choices.get(i));
      assertThat(plan.proof().bound()).isLessThanOrEqualTo(plan.usdPerHour());
      if (i > 0) {
        assertThat(plan.usdPerHour()).isGreaterThanOrEqualTo(plans.get(i - 1).usdPerHour());
        assertThat(plan.proof().bound()).isGreaterThanOrEqualTo(plans.get(i - 1).proof().bound());
      }
    }
  }
}
