package situs.contract;

import java.util.List;
import java.util.Optional;

/**
 * How far a clause reaches among subjects that could be, at any time at which it is in force and
 * under any reading judged.
 *
 * @param subjects how many there are of the kind that it is over
 * @param speaks whether it speaks of one of them, or may for all that is known
 * @param never conditions, each necessary, that hold of none of them
 * @param unstated facts without which it cannot be told of one that it speaks of, and that are
 *     known of no such one
 */
public record Reach(int subjects, boolean speaks, List<String> never, List<String> unstated) {
  public Reach {
    never = List.copyOf(never);
    unstated = List.copyOf(unstated);
  }

  /**
   * Some of what could be, with what is known beside.
   *
   * @param name for the reader
   * @param subjects placements, routes and charges
   * @param providers that have a region, in the catalogue or the scenario
   */
  public record World(
      String name, Circumstances circumstances, List<Facts> subjects, List<String> providers) {
    public World {
      providers = List.copyOf(providers);
      subjects = List.copyOf(subjects);
    }
  }

  /** In several worlds together; empty where the clause is never in force in any. */
  public static Optional<Reach> of(Contract contract, String clause, List<World> worlds) {
    ReachSearch search = new ReachSearch();
    for (World world : worlds) {
      Contracts law = new Contracts(List.of(contract), world.circumstances());
      Contract given = law.contracts().get(0);
      given.clauses().stream()
          .filter(c -> c.id().equals(clause))
          .forEach(c -> search.through(law, given, c, world.subjects()));
    }
    return search.found();
  }
}
