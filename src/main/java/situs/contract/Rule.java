package situs.contract;

import java.util.List;

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

  /** Whether it asks for what contracts and circumstances know beside the subject. */
  default boolean asksBeside() {
    return false;
  }
}
