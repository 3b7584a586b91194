package situs.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.catalog.Catalog;
import situs.report.Sheet;

/** Looks up what the catalogue has, with its origin. */
@Command(
    name = "catalog",
    description =
        "Look up regions, prices, round trips, models and hardware, each with its origin.",
    synopsisSubcommandLabel = "TABLE",
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs catalog prices --region azure/eastus2 --accelerator H100-SXM",
      "  situs catalog latency Frankfurt azure/swedencentral",
      "  situs catalog latency aws/eu-west-1 azure/northeurope --format csv"
    })
final class CatalogCommand implements Runnable {
  private final Catalog catalog = Catalog.standard();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String tables = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "a table is missing, one of: " + tables);
  }

  @Command(
      description = "Regions: place, grid carbon, power usage effectiveness.",
      footer = {
        "  situs catalog regions --provider azure",
        "  situs catalog regions --region aws/eu-west-1 --format json"
      })
  void regions(
      @Mixin CatalogFilters.Provider provider,
      @Mixin CatalogFilters.InRegion region,
      @Mixin FormatOption format) {
    print(
        CatalogTables.REGIONS.with(
            catalog.regions().stream()
                .filter(provider.among(catalog, r -> r.id().provider()))
                .filter(region.among(catalog, r -> r.id().toString()))
                .toList()),
        format);
  }

  @Command(
      description = "Metros: the cities that demand comes from.",
      footer = {"  situs catalog metros --format csv"})
  void metros(@Mixin FormatOption format) {
    print(CatalogTables.METROS.with(catalog.metros()), format);
  }

  @Command(
      description = "Instance types and what they carry.",
      footer = {"  situs catalog instances --accelerator H100-SXM"})
  void instances(
      @Mixin CatalogFilters.Provider provider,
      @Mixin CatalogFilters.Type type,
      @Mixin CatalogFilters.OnAccelerator accelerator,
      @Mixin FormatOption format) {
    print(
        CatalogTables.instances(catalog)
            .with(
                catalog.instanceTypes().stream()
                    .filter(provider.among(catalog, t -> t.provider()))
                    .filter(type.among(catalog, t -> t.name()))
                    .filter(accelerator.among(catalog, CatalogTables::acceleratorOf))
                    .toList()),
        format);
  }

  @Command(
      description = "Hourly prices by region, instance type and way to buy.",
      footer = {
        "  situs catalog prices --region azure/eastus2",
        "  situs catalog prices --type p5.48xlarge --format csv"
      })
  void prices(
      @Mixin CatalogFilters.Provider provider,
      @Mixin CatalogFilters.InRegion region,
      @Mixin CatalogFilters.Type type,
      @Mixin CatalogFilters.OnAccelerator accelerator,
      @Mixin FormatOption format) {
    print(
        CatalogTables.prices(catalog)
            .with(
                catalog.prices().stream()
                    .filter(provider.among(catalog, p -> p.region().provider()))
                    .filter(region.among(catalog, p -> p.region().toString()))
                    .filter(type.among(catalog, p -> p.instanceType()))
                    .filter(
                        accelerator.among(catalog, p -> CatalogTables.acceleratorOf(catalog, p)))
                    .toList()),
        format);
  }

  @Command(
      description = {
        "The round trip between two regions, or between a metro and a region.",
        "What was measured is shown as measured, anything else says what it leans on."
      },
      footer = {
        "  situs catalog latency Frankfurt azure/swedencentral",
        "  situs catalog latency \"New York\" aws/us-east-1 --format csv"
      })
  void latency(
      @Parameters(paramLabel = "A", description = "provider/region, or a metro's name.") String a,
      @Parameters(paramLabel = "B", description = "Likewise.") String b,
      @Mixin FormatOption format) {
    print(CatalogTables.LATENCY.with(List.of(Latency.between(catalog, a, b))), format);
  }

  @Command(
      description = "Public model shapes.",
      footer = {"  situs catalog models"})
  void models(@Mixin FormatOption format) {
    print(CatalogTables.MODELS.with(catalog.models()), format);
  }

  @Command(
      description = "Accelerators by their datasheets.",
      footer = {"  situs catalog accelerators --format markdown"})
  void accelerators(@Mixin FormatOption format) {
    print(CatalogTables.ACCELERATORS.with(catalog.accelerators()), format);
  }

  @Command(
      description = "Serving profiles: which model is timed on which accelerator.",
      footer = {"  situs catalog profiles --accelerator H100-SXM"})
  void profiles(@Mixin CatalogFilters.OnAccelerator accelerator, @Mixin FormatOption format) {
    print(
        CatalogTables.PROFILES.with(
            catalog.profiles().stream()
                .filter(accelerator.among(catalog, p -> p.accelerator()))
                .toList()),
        format);
  }

  @Command(
      description = "Models sold by the token: prices, rate limits, speed.",
      footer = {"  situs catalog managed --region azure/eastus"})
  void managed(
      @Mixin CatalogFilters.Provider provider,
      @Mixin CatalogFilters.InRegion region,
      @Mixin FormatOption format) {
    print(
        ManagedModels.TABLE.with(
            catalog.managed().stream()
                .filter(provider.among(catalog, m -> m.region().provider()))
                .filter(region.among(catalog, m -> m.region().toString()))
                .toList()),
        format);
  }

  private void print(Sheet<?> sheet, FormatOption format) {
    spec.commandLine().getOut().print(format.format().render(sheet));
    spec.commandLine().getOut().flush();
  }
}
