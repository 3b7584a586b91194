package situs.experiment;

import java.util.List;
import situs.model.Placement;

/** All replications of one strategy, in order. */
public record StrategyResult(String strategy, Placement placement, List<Run> runs) {}
