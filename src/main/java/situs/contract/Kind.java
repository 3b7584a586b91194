package situs.contract;

import java.util.List;
import java.util.Optional;
import situs.document.Node;

/**
 * A kind of clause: the key that stands for it, how its value is read, and its page in
 * docs/clauses.md.
 *
 * @param over what a clause of this kind may be over
 * @param kept when it is kept, in words
 * @param keys its keys and what they mean, {@code key: meaning}; empty where it has none
 * @param example a clause of this kind, which the documentation shows and a test reads
 */
record Kind(
    String key,
    List<SubjectKind> over,
    String kept,
    List<String> keys,
    String example,
    Parser parser) {

  /** Reads the value of the key. */
  @FunctionalInterface
  interface Parser {
    Optional<? extends Rule> parse(Node value, Wording wording);
  }

  Optional<Rule> parse(Node value, Wording wording) {
    return parser.parse(value, wording).map(rule -> rule);
  }
}
