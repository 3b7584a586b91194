package situs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;

/**
 * Reads labelled exceptions: a condition, or a mapping with its own dates, demand and exceptions.
 */
final class ProvisoReader {
  private final Wording wording;
  private final DatesReader dates;

  ProvisoReader(Wording wording, DatesReader dates) {
    this.wording = wording;
    this.dates = dates;
  }

  /** The {@code except:} of a mapping. */
  List<Proviso> read(MapReader keys) {
    List<Proviso> provisos = new ArrayList<>();
    keys.mapping("except")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                proviso(entry).ifPresent(provisos::add);
              }
            });
    return provisos;
  }

  private Optional<Proviso> proviso(Node.Entry entry) {
    String what = "exception '" + entry.key() + "'";
    if (!(entry.value() instanceof Node.Mapping mapping)) {
      return wording
          .compile(entry.value(), what)
          .map(
              when ->
                  new Proviso(
                      entry.key(),
                      "",
                      Dates.ALWAYS,
                      InForce.ALWAYS,
                      when,
                      Optional.empty(),
                      List.of(),
                      entry.at()));
    }
    MapReader keys = new MapReader(mapping, wording.issues());
    keys.text("text");
    String cite = keys.text("cite").orElse("");
    Dates inForce = dates.read(keys);
    Optional<Predicate> when =
        keys.requiredNode("when", "customer.segment == \"us-national-security\"")
            .flatMap(node -> wording.compile(node, what));
    Optional<SubjectRule> instead = instead(keys);
    List<Proviso> unless = read(keys);
    keys.done();
    return when.map(
        w ->
            new Proviso(
                entry.key(),
                cite,
                inForce,
                inForce.given(Map.of()),
                w,
                instead,
                unless,
                entry.at()));
  }

  private Optional<SubjectRule> instead(MapReader keys) {
    Optional<Rule> rule = ReadingsReader.rule(keys, wording);
    if (rule.isPresent() && !(rule.get() instanceof SubjectRule)) {
      wording
          .issues()
          .add(
              keys.at(),
              "an exception judges each subject by itself and cannot measure; write a second clause");
    }
    return rule.filter(SubjectRule.class::isInstance).map(SubjectRule.class::cast);
  }
}
