package situs.contract;

import java.time.ZoneId;
import java.util.Optional;
import situs.document.Issues;
import situs.document.Node;

/** How the conditions of a clause are to be read: over what, and by which readings of words. */
final class Wording {
  private final PredicateCompiler compiler;
  private final Words words;
  private final Construction construction;
  private final ZoneId zone;

  /**
   * @param zone whose days and hours are meant
   */
  Wording(PredicateCompiler compiler, Words words, Construction construction, ZoneId zone) {
    this.compiler = compiler;
    this.words = words;
    this.construction = construction;
    this.zone = zone;
  }

  /** The kind of subject that conditions are about. */
  SubjectKind subject() {
    return compiler.subject();
  }

  /** Whose days and hours are meant. */
  ZoneId zone() {
    return zone;
  }

  Issues issues() {
    return compiler.issues();
  }

  /** The condition in a node; empty when it is wrong, which is then among the issues. */
  Optional<Predicate> compile(Node node, String what) {
    if (node instanceof Node.Scalar scalar && words.areTooMany(scalar.text())) {
      issues().add(node.at(), what + " is too long once its words are put in");
      return Optional.empty();
    }
    return compiler.compile(node, what, text -> words.putInto(text, construction));
  }
}
