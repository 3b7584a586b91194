package situs.contract;

/**
 * A part of a contract that a judgement passes through, or does not.
 *
 * @param reading of the clause; empty: as the clause stands
 * @param what {@code when word.api_call is true}; empty for a clause or reading as a whole
 */
public record Branch(String contract, String clause, String reading, Part part, String what) {

  /** What of a contract it is, by which it is counted. */
  public enum Part {
    CLAUSE("clauses"),
    READING("readings"),
    /** An exception that applies. */
    EXCEPTION("exceptions"),
    /** An outcome of a condition, of an operand of a conjunction, or of a rule. */
    BRANCH("branches");

    private final String plural;

    Part(String plural) {
      this.plural = plural;
    }

    public String plural() {
      return plural;
    }
  }
}
