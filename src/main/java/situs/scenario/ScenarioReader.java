package situs.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import situs.catalog.Catalog;
import situs.contract.Circumstances;
import situs.contract.CircumstancesReader;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.contract.NamedProviders;
import situs.document.Document;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Scalars;
import situs.document.Units;
import situs.model.Datacenter;
import situs.model.Incident;
import situs.model.Money;
import situs.model.Provenance;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.StoragePrice;
import situs.model.Workload;

/** Reads one whole tree, sweeps and extensions resolved. */
final class ScenarioReader {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  /** Payload of a token on the wire; about four characters of English. Assumed. */
  private static final double BYTES_PER_TOKEN = 4;

  private static final double MOST_SCALE = 1e6;

  private final MapReader top;
  private final Inputs inputs;
  private final Issues issues;

  private ScenarioReader(Node.Mapping tree, Inputs inputs, Issues issues) {
    this.top = new MapReader(tree, issues);
    this.inputs = inputs;
    this.issues = issues;
  }

  /** The scenario, empty if anything is wrong with it; then the issues say what. */
  static Optional<LoadedScenario> read(
      Sweep.Variant variant,
      Catalog bundled,
      Optional<KnownStrategies> strategies,
      Inputs inputs,
      Issues issues) {
    return new ScenarioReader(variant.tree(), inputs, issues)
        .loaded(variant.suffix(), bundled, strategies);
  }

  private Optional<LoadedScenario> loaded(
      String suffix, Catalog bundled, Optional<KnownStrategies> known) {
    List<ContractText> texts = contractTexts();
    Contracts contracts = contracts(texts);
    List<StrategySpec> strategies =
        new StrategiesReader(known, readings(contracts), issues).read(top);
    Catalog catalog = new CatalogReader(inputs).read(top, bundled);
    checkProviders(texts, catalog);
    Identity identity = identity(suffix, catalog, contracts);
    RunReader.RunOf run = new RunReader(issues).read(top);
    World world = world(new Context(catalog, inputs, issues), identity.owner(), run);
    Circumstances circumstances =
        CircumstancesReader.read(
            top,
            contracts,
            new CircumstancesReader.Named(
                top.keysOf("workloads"), Optional.of(catalog.providers())),
            run.starts().orElse(Instant.EPOCH));
    Conduct conduct = conduct(catalog);
    Optional<Double> scale = top.number("scale", 1e-6, MOST_SCALE);
    List.of("situs", "scale").forEach(top::node);
    top.done();
    if (issues.any()) {
      return Optional.empty();
    }
    Scenario scenario = scenario(identity, run, world, conduct, catalog);
    LoadedScenario loaded =
        new LoadedScenario(
            scenario,
            contracts.under(circumstances),
            strategies,
            inputs.all(),
            run.findsWarmUp(),
            catalog.providers(),
            inputs.notes());
    return Optional.of(scale.map(loaded::scaled).orElse(loaded));
  }

  private record Identity(
      Optional<String> name, String question, Optional<String> owner, Optional<String> home) {}

  private record World(
      List<Datacenter> datacenters, List<Workload> workloads, List<Incident> incidents) {}

  private record Conduct(
      Optional<StoragePrice> storage, double bytesPerToken, double jitter, RoutingRule routing) {}

  private Identity identity(String suffix, Catalog catalog, Contracts contracts) {
    return new Identity(
        name().map(name -> name + suffix),
        top.text("question").orElse(""),
        ChannelReader.word(top, "owner", issues),
        home(catalog, contracts));
  }

  private World world(Context context, Optional<String> owner, RunReader.RunOf run) {
    List<Datacenter> datacenters =
        new ManagedReader(context)
            .addedTo(new DatacentersReader(context, run.duration()).read(top), top);
    new TransferCheck(context, top.at("datacenters")).check(datacenters);
    List<Workload> workloads = new WorkloadsReader(context, owner).read(top);
    new MemoryCheck(context).check(top, datacenters, workloads);
    double durationS = run.duration().map(d -> d.toNanos() / 1e9).orElse(Double.MAX_VALUE);
    List<Incident> incidents = new EventsReader(context, top, workloads, durationS).read();
    return new World(datacenters, workloads, incidents);
  }

  private Conduct conduct(Catalog catalog) {
    return new Conduct(
        storage().or(catalog::storagePrice),
        top.positive("bytes-per-token", Units.BYTES).orElse(BYTES_PER_TOKEN),
        top.share("jitter").orElse(0.0),
        routing().orElse(RoutingRule.NEAREST));
  }

  private static Scenario scenario(
      Identity identity, RunReader.RunOf run, World world, Conduct conduct, Catalog catalog) {
    return new Scenario(
        identity.name().orElseThrow(),
        identity.question(),
        identity.owner(),
        identity.home(),
        run.starts().orElseThrow(),
        run.duration().orElseThrow(),
        run.warmUp(),
        run.seed(),
        run.replications(),
        world.datacenters(),
        world.workloads(),
        world.incidents(),
        new Profiles(catalog).of(world.datacenters(), world.workloads()),
        conduct.storage(),
        catalog.network(),
        conduct.bytesPerToken(),
        conduct.jitter(),
        conduct.routing());
  }

  private Optional<String> name() {
    Optional<String> name = top.requiredText("name", "my-scenario");
    if (name.isPresent() && !name.get().matches(NAME)) {
      issues.add(
          top.at("name"),
          "'name' becomes a folder: letters, digits, '.', '-' and '_' only; is '"
              + name.get()
              + "'");
    }
    return name;
  }

  /**
   * A contract's file, read.
   *
   * @param item that names it
   */
  private record ContractText(Node item, Node root) {}

  private List<ContractText> contractTexts() {
    List<ContractText> texts = new ArrayList<>();
    for (Node item : top.list("contracts")) {
      inputs
          .file(item)
          .flatMap(file -> Document.read(file, issues))
          .ifPresent(root -> texts.add(new ContractText(item, root)));
    }
    return texts;
  }

  private Contracts contracts(List<ContractText> texts) {
    List<Contract> contracts = new ArrayList<>();
    for (ContractText text : texts) {
      ContractFile.of(text.root(), issues)
          .filter(contract -> isNew(contract, contracts, text.item()))
          .ifPresent(contracts::add);
    }
    return new Contracts(contracts);
  }

  /**
   * A provider of whom nothing is known may be meant, in a contract for more than this scenario; a
   * name close to a known one is a slip of the pen.
   */
  private void checkProviders(List<ContractText> texts, Catalog catalog) {
    List<String> known = catalog.providers();
    texts.stream()
        .flatMap(text -> NamedProviders.in(text.root()))
        .filter(named -> !known.contains(named.text()))
        .filter(named -> !Names.nearest(named.text(), known).isEmpty())
        .forEach(named -> unknown(named, known));
  }

  private void unknown(Node.Scalar provider, List<String> known) {
    issues.add(
        provider.at(),
        "no region is known of a provider '%s'; give it one under `catalog:` if it is meant%s"
            .formatted(provider.text(), Names.hint(provider.text(), known)));
  }

  /** Findings name clauses by the contract's name, which two must not share. */
  private boolean isNew(Contract contract, List<Contract> before, Node item) {
    boolean taken = before.stream().anyMatch(c -> c.name().equals(contract.name()));
    if (taken) {
      issues.add(item.at(), "there is a contract '" + contract.name() + "' already");
    }
    return !taken;
  }

  /** Empty when a contract could not be read, and any reading may be one of its own. */
  private Optional<List<String>> readings(Contracts contracts) {
    boolean whole = contracts.contracts().size() == top.list("contracts").size();
    return whole ? Optional.of(contracts.choices()) : Optional.empty();
  }

  private Optional<String> home(Catalog catalog, Contracts contracts) {
    List<String> providers = catalog.providers();
    Optional<String> home = top.text("home");
    if (home.isPresent() && !providers.contains(home.get())) {
      issues.add(
          top.at("home"),
          "unknown provider '" + home.get() + "'" + Names.hint(home.get(), providers));
    }
    return home.or(contracts::home);
  }

  private Optional<StoragePrice> storage() {
    return top.node("storage")
        .flatMap(n -> new SourceReader(issues).sourced(n, "0.0001 USD/GiB-h"))
        .flatMap(this::storage);
  }

  private Optional<StoragePrice> storage(SourceReader.Sourced sourced) {
    Provenance provenance = sourced.provenance();
    return new Scalars(issues)
        .decimal(sourced.value(), "'storage'", Units.PRICE_PER_GIB_HOUR)
        .map(usd -> new StoragePrice(new Money(usd), provenance));
  }

  private Optional<RoutingRule> routing() {
    List<String> words = Arrays.stream(RoutingRule.values()).map(RoutingRule::word).toList();
    return top.oneOf("routing", words).map(w -> RoutingRule.values()[words.indexOf(w)]);
  }
}
