package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The same things through the times: what the clauses in force at each said of them. */
public final class Timeline {
  private final Contracts contracts;
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

  private Timeline(Contracts contracts) {
    this.contracts = contracts;
    this.judge = new Judge(contracts);
  }

  /** Candidate by candidate, under every reading in turn. */
  public static List<Row> of(Contracts contracts, List<Candidate> all, List<Instant> instants) {
    Timeline timeline = new Timeline(contracts);
    return all.stream().flatMap(c -> timeline.rows(c, instants).stream()).toList();
  }

  private List<Row> rows(Candidate candidate, List<Instant> instants) {
    List<List<Judgement>> said = instants.stream().map(at -> said(candidate, at)).toList();
    List<Row> rows = new ArrayList<>();
    for (String reading : contracts.readings()) {
      List<Answer> answers = said.stream().map(s -> Answer.of(s, reading)).toList();
      rows.add(new Row(candidate.name(), reading, answers));
    }
    return rows;
  }

  private List<Judgement> said(Candidate candidate, Instant at) {
    return candidate.facts().stream().flatMap(f -> judge.judge(f, at).stream()).toList();
  }
}
