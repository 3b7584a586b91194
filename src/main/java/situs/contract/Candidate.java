package situs.contract;

import java.util.List;

/**
 * What is asked about as one: a placement, a route, or all that an architecture is made of.
 *
 * @param name for the reader
 * @param facts of its subjects, each judged
 */
public record Candidate(String name, List<Facts> facts) {
  public Candidate {
    facts = List.copyOf(facts);
  }
}
