package situs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import situs.contract.Circumstances;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.contract.Fee;
import situs.document.Document;
import situs.document.Issues;

/** Contracts and circumstances that tests write themselves. */
public final class ContractFixture {
  private ContractFixture() {}

  /** The contract of a whole file's text. */
  public static Contracts read(String text) {
    Issues issues = new Issues();
    var read =
        Document.parse("t.yaml", text, issues).flatMap(root -> ContractFile.of(root, issues));
    assertThat(issues.render()).as(text).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  /** Nothing is known but what is bought beside the scenario, by clause. */
  public static Circumstances besides(Map<String, BigDecimal> amounts) {
    return purchases(amounts, Map.of(), Map.of());
  }

  /**
   * Nothing is known but money.
   *
   * @param besides what is bought beside the scenario, by clause
   * @param carried what was bought too much before it, likewise
   * @param revenue what clients pay, by workload
   */
  public static Circumstances purchases(
      Map<String, BigDecimal> besides, Map<String, BigDecimal> carried, Map<String, Fee> revenue) {
    return new Circumstances(
        List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), besides, carried, revenue);
  }
}
