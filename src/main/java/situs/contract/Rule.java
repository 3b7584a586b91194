package situs.contract;

import java.util.List;
import java.util.Set;

/**
 * What a clause demands. Each kind is a record with its {@link Kind}: how it is read and what the
 * documentation says of it; {@link Kinds} lists them.
 */
public sealed interface Rule permits SubjectRule, TotalRule {

  /** The conditions in it. */
  default List<Predicate> predicates() {
    return List.of();
  }

  /** Names of the facts of a subject that it asks for, those of its conditions left out. */
  default List<String> facts(SubjectKind over) {
    return List.of();
  }

  /**
   * What a remedy may be due for where it is broken: what is seen of such a breach, beside its days
   * and that there is one.
   *
   * @param over what the clause is over
   */
  default Set<Remedy.Per> seen(SubjectKind over) {
    return Set.of();
  }

  /** Whether it asks for what contracts and circumstances know beside the subject. */
  default boolean asksBeside() {
    return false;
  }
}
