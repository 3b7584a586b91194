package situs.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import situs.catalog.Catalog;
import situs.model.Accelerator;
import situs.model.ModelShape;
import situs.model.ServingProfile;
import situs.serving.KvCapacity;
import situs.serving.ProfileBook;

/** {@code situs profile show}: what models do on hardware, side by side. */
@Command(
    name = "show",
    description = {
      "Compare serving profiles at one batch and one prompt.",
      "Without --model or --accelerator only those measured; with one, also those from datasheets"
          + " at 1, 2, 4 and 8 accelerators where the weights leave room."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs profile show --model Llama-3.1-70B --parallel 8",
      "  situs profile show --model gpt-oss-120b --accelerator MI300X --batch 64 --format csv"
    })
final class ProfileShowCommand implements Runnable {
  private static final List<Integer> DEGREES = List.of(1, 2, 4, 8);

  private final Catalog catalog = Catalog.standard();
  private final ProfileBook book = new ProfileBook(catalog.profiles(), catalog.efficiencies());

  @Spec private CommandSpec spec;
  @Mixin private CatalogFilters.OfModel model;
  @Mixin private CatalogFilters.OnAccelerator accelerator;
  @Mixin private CatalogFilters.InPrecision weights;

  @Option(names = "--parallel", paramLabel = "N", description = "Only this parallel degree.")
  private Optional<Integer> parallel = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description = "Sequences that decode together (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--context",
      paramLabel = "TOKENS",
      defaultValue = "2048",
      description = "Context of each (default: ${DEFAULT-VALUE}).")
  private int context;

  @Option(
      names = "--prompt",
      paramLabel = "TOKENS",
      defaultValue = "2048",
      description = "Prompt to be prefilled alone (default: ${DEFAULT-VALUE}).")
  private int prompt;

  @Mixin private FormatOption format;

  @Override
  public void run() {
    WrongUsage.requireAtLeast(spec, 1, "--batch", batch);
    WrongUsage.requireAtLeast(spec, 0, "--context", context);
    WrongUsage.requireAtLeast(spec, 1, "--prompt", prompt);
    List<ProfileRow> rows = profiles().map(this::row).toList();
    spec.commandLine().getOut().print(format.format().render(ProfileRow.TABLE.with(rows)));
    spec.commandLine().getOut().flush();
  }

  private Stream<ServingProfile> profiles() {
    boolean narrowed = model.asked() || accelerator.asked();
    return catalog.models().stream()
        .flatMap(m -> catalog.accelerators().stream().flatMap(a -> of(m, a, narrowed)))
        .filter(wanted());
  }

  private Predicate<ServingProfile> wanted() {
    Predicate<ServingProfile> ofModel = model.among(catalog, ServingProfile::model);
    Predicate<ServingProfile> onAccelerator =
        accelerator.among(catalog, ServingProfile::accelerator);
    return ofModel
        .and(onAccelerator)
        .and(p -> parallel.isEmpty() || p.parallel() == parallel.get())
        .and(weights.among(ServingProfile::weights));
  }

  /** What is known first, then the roofline where nothing is. */
  private Stream<ServingProfile> of(ModelShape shape, Accelerator on, boolean narrowed) {
    List<ServingProfile> known =
        catalog.profiles().stream()
            .filter(p -> p.model().equals(shape.name()) && p.accelerator().equals(on.name()))
            .toList();
    Stream<ServingProfile> computed =
        Stream.of(shape.nativePrecision(), "fp8")
            .distinct()
            .flatMap(w -> DEGREES.stream().flatMap(n -> book.find(shape, on, n, w).stream()))
            .filter(p -> !known.contains(p))
            .filter(p -> KvCapacity.tokens(p, on) > 0);
    return narrowed ? Stream.concat(known.stream(), computed) : known.stream();
  }

  private ProfileRow row(ServingProfile profile) {
    Accelerator on = catalog.accelerator(profile.accelerator()).orElseThrow();
    ModelShape shape = catalog.model(profile.model()).orElseThrow();
    return ProfileRow.of(
        profile,
        on,
        book.roofline(shape, on, profile.parallel(), profile.weights()),
        new ProfileRow.At(batch, context, prompt));
  }
}
