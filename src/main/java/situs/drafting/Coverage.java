package situs.drafting;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import situs.contract.Branch;

/**
 * How much of contracts the expectations of cases pass through. A judgement that nothing is
 * expected of covers nothing.
 *
 * @param all every branch, in the order of the contracts
 * @param taken those passed through
 */
public record Coverage(List<Branch> all, Set<Branch> taken) {
  public Coverage {
    all = List.copyOf(all);
    taken = Set.copyOf(taken);
  }

  /** What several files of tests cover together. */
  public static Coverage together(Collection<Coverage> coverages) {
    Set<Branch> all = new LinkedHashSet<>();
    Set<Branch> taken = new LinkedHashSet<>();
    coverages.forEach(coverage -> all.addAll(coverage.all()));
    coverages.forEach(coverage -> taken.addAll(coverage.taken()));
    return new Coverage(List.copyOf(all), taken);
  }

  public List<Branch> missed() {
    return all.stream().filter(branch -> !taken.contains(branch)).toList();
  }

  public long count(Branch.Part part) {
    return count(branch -> branch.part() == part);
  }

  public long covered(Branch.Part part) {
    return count(branch -> branch.part() == part && taken.contains(branch));
  }

  /** Of all that there is, 0 to 1; of nothing, all. */
  public double share() {
    return all.isEmpty() ? 1 : (double) count(taken::contains) / all.size();
  }

  private long count(Predicate<Branch> which) {
    return all.stream().filter(which).count();
  }
}
