package situs.contract;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What all clauses in force say of something under one reading, taken together.
 *
 * @param clauses that object, as {@code contract/clause}; where none does, those that cannot tell
 */
public record Answer(Kind kind, List<String> clauses) {

  /** The worst that any clause says; in this order. */
  public enum Kind {
    /** No clause objects. */
    LAWFUL("yes"),
    /** A clause cannot tell, and none objects. */
    OPEN("open"),
    /** A clause forbids it, or nothing permits it. */
    UNLAWFUL("no");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }
  }

  public Answer {
    clauses = List.copyOf(clauses);
  }

  /** What the judgements of one reading come to. */
  public static Answer of(Collection<Judgement> judgements, String reading) {
    TreeSet<String> objecting = new TreeSet<>();
    TreeSet<String> open = new TreeSet<>();
    for (Judgement judgement : judgements) {
      if (judgement.reading().equals(reading)) {
        String name = judgement.contract().name() + "/" + judgement.clause().id();
        if (judgement.verdict().objects()) {
          objecting.add(name);
        } else if (judgement.verdict().isOpen()) {
          open.add(name);
        }
      }
    }
    if (!objecting.isEmpty()) {
      return new Answer(Kind.UNLAWFUL, List.copyOf(objecting));
    }
    return new Answer(open.isEmpty() ? Kind.LAWFUL : Kind.OPEN, List.copyOf(open));
  }

  /** {@code no: exclusive-cloud, first-refusal}: the word, and the clauses by their ids. */
  public String text() {
    List<String> ids = clauses.stream().map(c -> c.substring(c.lastIndexOf('/') + 1)).toList();
    return kind.word() + (ids.isEmpty() ? "" : ": " + String.join(", ", ids));
  }
}
