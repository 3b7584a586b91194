package situs.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The commands of the root. picocli makes the model of a command by reflection, which for all of
 * them takes a fifth of the time of a short command: only the one that is asked for is made, and
 * all when none is, so that help and the hint at a slip of the pen know them.
 */
enum Commands {
  // One line a command, in the order of the help.
  RUN(RunCommand.class),
  COMPARE(CompareCommand.class),
  DIFF(DiffCommand.class),
  OPTIMISE(OptimiseCommand.class),
  PARETO(ParetoCommand.class),
  CONFLICTS(ConflictsCommand.class),
  PRICE(PriceCommand.class),
  ARCHITECTURES(ArchitecturesCommand.class),
  CHECK(CheckCommand.class),
  EXPLAIN(ExplainCommand.class),
  CONTRACT(ContractCommand.class),
  VALIDATE(ValidateCommand.class),
  NEW(NewCommand.class),
  SCHEMA(SchemaCommand.class),
  CATALOG(CatalogCommand.class),
  PROFILE(ProfileCommand.class),
  STRATEGIES(StrategiesCommand.class),
  TRACE(TraceCommand.class),
  BENCH(BenchCommand.class);

  private final Class<?> model;

  Commands(Class<?> model) {
    this.model = model;
  }

  /** The annotated class that picocli makes the command from. */
  Class<?> model() {
    return model;
  }

  /** As it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that a command line may need. */
  static Collection<Commands> askedFor(String... args) {
    List<Commands> all = List.of(values());
    return all.stream()
        .filter(command -> args.length > 0 && command.word().equals(args[0]))
        .findFirst()
        .map(List::of)
        .orElse(all);
  }
}
