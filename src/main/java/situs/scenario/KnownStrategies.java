package situs.scenario;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * What a scenario file's reader must know of strategies, which are made elsewhere.
 *
 * @param names of all strategies
 * @param exists whether there is a strategy of a known name with or without that reading
 */
public record KnownStrategies(Collection<String> names, Predicate<StrategySpec> exists) {}
