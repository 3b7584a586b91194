package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.optimise.Answer;
import situs.optimise.Effort;
import situs.optimise.LinearProgram;
import situs.optimise.LinearProgram.Sum;
import situs.optimise.Solver;

/**
 * Which clauses cannot be kept together.
 *
 * <p>Both lists by the MARCO scheme (Liffiton and others, Fast, flexible MUS enumeration,
 * Constraints 21, 2016): the largest set of clauses that nothing found so far decides is tried. If
 * it can be kept, what it leaves out is a minimal waiver; if not, clauses are deleted from it while
 * it still cannot, and a minimal conflict remains. So conflicts come before the waivers that they
 * decide, and waivers come small ones first. That there is no other conflict is known only when
 * every waiver was tried, and these are many: of ten pairs, 1,024.
 *
 * @param conflicts every minimal one, small ones first: its clauses leave no placement that does
 *     what is {@linkplain Asked asked}, and without any one of them they do
 * @param waivers every minimal set of clauses that must be given up for the rest to be kept, small
 *     ones first; empty when nothing need be
 * @param complete whether these are all; false when there are more than were looked for
 */
public record Conflicts(List<Set<String>> conflicts, List<Set<String>> waivers, boolean complete) {
  /** Sets of clauses tried: each is a question to the solver, and a thousand take a minute. */
  private static final int MOST = 2000;

  private static final Comparator<Set<String>> SMALL_FIRST =
      Comparator.<Set<String>>comparingInt(Set::size).thenComparing(Object::toString);

  public Conflicts {
    conflicts = conflicts.stream().sorted(SMALL_FIRST).toList();
    waivers = waivers.stream().sorted(SMALL_FIRST).toList();
  }

  /**
   * Among all clauses of a scenario.
   *
   * @param asked what a placement must do for clauses to count as kept
   * @param readings those under which clauses must be kept
   */
  public static Conflicts of(Optima optima, Asked asked, Predicate<String> readings) {
    return among(
        optima.objecting(readings),
        kept ->
            asked.possible(optima, c -> readings.test(c.reading()) && kept.contains(c.clause())));
  }

  /**
   * Whether clauses of a conflict leave no placement even where what cannot be told counts as kept.
   *
   * @param told see {@link Optima#ofWhatIsTold}
   */
  public static boolean isCertain(
      Set<String> conflict, Optima told, Asked asked, Predicate<String> readings) {
    return !asked.possible(told, c -> readings.test(c.reading()) && conflict.contains(c.clause()));
  }

  /**
   * @param possible whether clauses can be kept together; a part of what can be kept can be kept
   */
  static Conflicts among(Set<String> clauses, Predicate<Set<String>> possible) {
    return among(clauses, possible, MOST);
  }

  /** The same with so many sets tried at most. */
  static Conflicts among(Set<String> clauses, Predicate<Set<String>> possible, int most) {
    List<String> all = List.copyOf(new TreeSet<>(clauses));
    List<Set<String>> conflicts = new ArrayList<>();
    List<Set<String>> waivers = new ArrayList<>();
    for (int tried = 0; tried < most; tried++) {
      Answer answer = largestUndecided(all, conflicts, waivers);
      if (!answer.found()) {
        return new Conflicts(conflicts, withoutNothing(waivers), true);
      }
      Set<String> seed = chosen(all, answer);
      if (possible.test(seed)) {
        Set<String> waiver = new TreeSet<>(all);
        waiver.removeAll(seed);
        waivers.add(waiver);
      } else {
        conflicts.add(shrunk(seed, possible));
      }
    }
    return new Conflicts(conflicts, withoutNothing(waivers), false);
  }

  /** To keep everything, nothing is waived. */
  private static List<Set<String>> withoutNothing(List<Set<String>> waivers) {
    return waivers.stream().filter(w -> !w.isEmpty()).toList();
  }

  /** It holds no conflict found, and not only what a waiver found leaves. */
  private static Answer largestUndecided(
      List<String> all, List<Set<String>> conflicts, List<Set<String>> waivers) {
    LinearProgram program = new LinearProgram();
    Sum fewest = new Sum();
    all.forEach(clause -> fewest.plus(-1, program.whole(1)));
    conflicts.forEach(c -> program.atMost(c.size() - 1, sum(all, c)));
    waivers.forEach(w -> program.atLeast(1, sum(all, w)));
    return Solver.least(program, fewest, Effort.EXACT);
  }

  private static Sum sum(List<String> all, Set<String> some) {
    Sum sum = new Sum();
    some.forEach(clause -> sum.plus(1, all.indexOf(clause)));
    return sum;
  }

  private static Set<String> chosen(List<String> all, Answer answer) {
    Set<String> chosen = new TreeSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (answer.values()[i] > 0.5) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }

  /** Each clause that stays was deleted once, and then the rest could be kept. */
  private static Set<String> shrunk(Set<String> impossible, Predicate<Set<String>> possible) {
    Set<String> core = new TreeSet<>(impossible);
    for (String clause : impossible) {
      core.remove(clause);
      if (possible.test(core)) {
        core.add(clause);
      }
    }
    return core;
  }
}
