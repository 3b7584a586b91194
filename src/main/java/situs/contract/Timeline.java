package situs.contract;

import java.time.Instant;
import java.util.List;

/** The same things through the times: what the clauses in force at each said of them. */
public final class Timeline {
  private final Contracts contracts;
  private final List<Instant> instants;
  private final Judge judge;

  /**
   * A candidate under one reading.
   *
   * @param answers one for each of the instants asked for
   */
  public record Row(String candidate, String reading, List<Answer> answers) {
    public Row {
      answers = List.copyOf(answers);
    }

    /** Whether any clause ever objects to it or cannot tell. */
    public boolean isEverDoubted() {
      return answers.stream().anyMatch(a -> a.kind() != Answer.Kind.LAWFUL);
    }
  }

  /**
   * @param instants at each of which the clauses then in force are asked
   */
  public Timeline(Contracts contracts, List<Instant> instants) {
    this.contracts = contracts;
    this.instants = List.copyOf(instants);
    this.judge = new Judge(contracts);
  }

  /** Candidate by candidate, under every reading in turn. */
  public static List<Row> of(Contracts contracts, List<Candidate> all, List<Instant> instants) {
    Timeline timeline = new Timeline(contracts, instants);
    return all.stream().flatMap(c -> timeline.rows(c.name(), timeline.said(c)).stream()).toList();
  }

  /** What is said of a candidate at each instant. */
  public List<List<Judgement>> said(Candidate candidate) {
    return instants.stream()
        .map(at -> candidate.facts().stream().flatMap(f -> judge.judge(f, at).stream()).toList())
        .toList();
  }

  /**
   * What it comes to, reading by reading.
   *
   * @param said at each instant
   */
  public List<Row> rows(String name, List<List<Judgement>> said) {
    return contracts.readings().stream()
        .map(reading -> new Row(name, reading, answers(said, reading)))
        .toList();
  }

  private static List<Answer> answers(List<List<Judgement>> said, String reading) {
    return said.stream().map(s -> Answer.of(s, reading)).toList();
  }
}
