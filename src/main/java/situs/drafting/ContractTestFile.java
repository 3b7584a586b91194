package situs.drafting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.document.Document;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;

/** Reads a file of cases for contracts; the format is described in docs/contracts.md. */
public final class ContractTestFile {
  private ContractTestFile() {}

  /** The cases in a file; empty when something is wrong, which is then among the issues. */
  public static Optional<ContractTests> read(Path path, Issues issues) {
    int before = issues.all().size();
    return Document.read(path, issues)
        .flatMap(root -> MapReader.of(root, "a test of contracts", issues))
        .flatMap(keys -> of(path, keys))
        .filter(tests -> issues.all().size() == before);
  }

  private static Optional<ContractTests> of(Path path, MapReader keys) {
    Optional<String> name = keys.requiredText("contract-tests", "the regimes of 2026");
    int before = keys.issues().all().size();
    Contracts contracts = new Contracts(contracts(path, keys));
    // What is wrong with a contract would be wrong with every case.
    boolean sound = keys.issues().all().size() == before;
    keys.requiredNode("cases", "{a-call-to-azure: {…}}");
    List<ContractCase> cases = new ArrayList<>();
    Optional<MapReader> mapping = keys.mapping("cases");
    if (sound && mapping.isPresent()) {
      for (Node.Entry entry : mapping.get().entries()) {
        MapReader.of(entry.value(), "case '" + entry.key() + "'", keys.issues())
            .flatMap(own -> new CaseReader(entry.key(), own, contracts).read())
            .ifPresent(cases::add);
      }
    }
    keys.done();
    return name.map(n -> new ContractTests(n, contracts, cases));
  }

  private static List<Contract> contracts(Path path, MapReader keys) {
    keys.requiredNode("contracts", "[../microsoft-openai.yaml]");
    List<Contract> contracts = new ArrayList<>();
    for (Node item : keys.list("contracts")) {
      keys.text(item, "a contract")
          .flatMap(file -> ContractFile.read(path.resolveSibling(file).normalize(), keys.issues()))
          .ifPresent(
              contract -> {
                if (contracts.stream().anyMatch(c -> c.name().equals(contract.name()))) {
                  keys.issues()
                      .add(item.at(), "contract '" + contract.name() + "' stands here twice");
                } else {
                  contracts.add(contract);
                }
              });
    }
    return contracts;
  }
}
