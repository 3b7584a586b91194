package situs.placement;

import java.util.List;

/**
 * Where a flow may go, in the eyes of a strategy.
 *
 * @param portions shares sum to 1
 * @param refusals why options were left out; the reason shown when nothing is left
 */
record Choice(List<Portion> portions, List<String> refusals) {

  /** A share of the flow, with the options that may take it, the best first. */
  record Portion(double share, List<Candidate> ranked) {}

  /** An option with the reason for its rank. */
  record Candidate(Option option, String why) {}

  static Choice of(List<Candidate> ranked, List<String> refusals) {
    return new Choice(List.of(new Portion(1, ranked)), refusals);
  }
}
