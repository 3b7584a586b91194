package situs.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/** Keys that several kinds of clauses share. */
final class RuleKeys {
  private RuleKeys() {}

  /** What is measured, among what is known of a kind of subject. */
  static Optional<Measure> measure(MapReader keys, Wording wording, SubjectKind over) {
    List<Measure> known = Arrays.stream(Measure.values()).filter(m -> m.over() == over).toList();
    List<String> words = known.stream().map(Measure::word).toList();
    Optional<String> word = keys.requiredText("of", words.get(0));
    if (word.isPresent() && !words.contains(word.get())) {
      wording
          .issues()
          .add(
              keys.at("of"),
              "a clause over "
                  + over.word()
                  + " cannot measure '"
                  + word.get()
                  + "'"
                  + Names.hint(word.get(), words));
    }
    return word.map(words::indexOf).filter(i -> i >= 0).map(known::get);
  }

  /** The periods by which is counted, those of the contract's zone. */
  static Optional<Cycle> cycle(MapReader keys, Wording wording) {
    List<String> words = Arrays.stream(Cycle.Unit.values()).map(Cycle.Unit::word).toList();
    return keys.oneOf("per", words)
        .map(words::indexOf)
        .map(i -> new Cycle(Cycle.Unit.values()[i], wording.zone()));
  }

  /** Something that is the same or not of two places. */
  static Optional<String> place(MapReader keys) {
    keys.requiredNode("in", "region");
    return keys.oneOf("in", List.of("provider", "region", "country", "geography"));
  }

  /** A single word, or a list of them. */
  static List<String> words(Node node, MapReader keys) {
    if (node instanceof Node.Sequence sequence) {
      if (sequence.items().isEmpty()) {
        keys.issues().add(node.at(), "this list names nothing; write at least one word");
      }
      List<String> words = new ArrayList<>();
      sequence.items().forEach(item -> keys.text(item, "an item").ifPresent(words::add));
      return words;
    }
    return keys.text(node, "this").stream().toList();
  }
}
