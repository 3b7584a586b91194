package situs.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Scalars;

/** The {@code strategies:} list. */
final class StrategiesReader {
  private static final Pattern SHAPE =
      Pattern.compile("([a-z][a-z0-9-]*)(?::([A-Za-z0-9][A-Za-z0-9_-]*))?");

  private final Optional<KnownStrategies> known;
  private final Optional<? extends Collection<String>> readings;
  private final Issues issues;

  /**
   * @param known the strategies that there are; empty when any name will do
   * @param readings of the scenario's contracts; empty when they are not known
   */
  StrategiesReader(
      Optional<KnownStrategies> known,
      Optional<? extends Collection<String>> readings,
      Issues issues) {
    this.known = known;
    this.readings = readings;
    this.issues = issues;
  }

  List<StrategySpec> read(MapReader top) {
    List<StrategySpec> strategies = new ArrayList<>();
    for (Node item : top.list("strategies")) {
      Optional<StrategySpec> strategy =
          new Scalars(issues).text(item, "a strategy").flatMap(text -> strategy(item, text));
      if (strategy.isPresent() && strategies.contains(strategy.get())) {
        issues.add(item.at(), "strategy '" + strategy.get() + "' stands here twice");
      }
      strategy.ifPresent(strategies::add);
    }
    return strategies;
  }

  private Optional<StrategySpec> strategy(Node item, String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      issues.add(
          item.at(),
          "a strategy is a name, or a name and a reading such as 'contract-first:spirit'; is '"
              + text
              + "'");
      return Optional.empty();
    }
    StrategySpec spec = new StrategySpec(shape.group(1), Optional.ofNullable(shape.group(2)));
    known.ifPresent(k -> checkName(item, spec, k));
    readings.ifPresent(r -> checkReading(item, spec, r));
    return Optional.of(spec);
  }

  private void checkName(Node item, StrategySpec spec, KnownStrategies known) {
    if (!known.names().contains(spec.name())) {
      issues.add(
          item.at(),
          "unknown strategy '" + spec.name() + "'" + Names.hint(spec.name(), known.names()));
    } else if (!known.exists().test(spec)) {
      issues.add(item.at(), "strategy '" + spec.name() + "' takes no reading; leave the rest out");
    }
  }

  private void checkReading(Node item, StrategySpec spec, Collection<String> readings) {
    spec.reading()
        .filter(reading -> !readings.contains(reading))
        .ifPresent(
            reading ->
                issues.add(
                    item.at(),
                    "no contract has a reading '" + reading + "'" + Names.hint(reading, readings)));
  }
}
