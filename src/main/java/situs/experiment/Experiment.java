package situs.experiment;

import java.util.List;
import situs.contract.Contracts;
import situs.model.Scenario;

/** What came out of a scenario, strategy by strategy in the order of the scenario. */
public record Experiment(Scenario scenario, Contracts contracts, List<StrategyResult> results) {}
