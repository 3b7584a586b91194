package situs.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import situs.calibration.CalibratedBlock;
import situs.calibration.Calibration;
import situs.calibration.Server;
import situs.catalog.Catalog;
import situs.document.InputException;
import situs.document.Names;
import situs.model.Accelerator;
import situs.model.ModelShape;
import situs.model.Provenance;
import situs.model.ServingProfile;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;
import situs.serving.KvCapacity;
import situs.serving.ModelMemory;
import situs.serving.ProfileBook;
import situs.trace.MeasuredRequests;

/** {@code situs profile fit}: a profile from requests measured on a server. */
@Command(
    name = "fit",
    description = {
      "Fit a serving profile to requests measured on one replica of a real server, such as a"
          + " benchmark's log, and print it as a file that a scenario imports.",
      "",
      "Looked for are the iteration times under which a simulated server answers the same requests"
          + " as late as the real one did. The last of them are kept back to tell the error."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs profile fit measured.csv --model Llama-3.1-8B --accelerator RTX-4090 > mine.yaml",
      "  situs profile fit log.csv --columns arrival=t,ttft=first_ms,call=total_ms,unit=ms \\",
      "    --model Llama-3.1-70B --accelerator H100-SXM --parallel 4 --weights fp8"
    })
final class ProfileFitCommand implements Runnable {
  private static final List<String> PRECISIONS = List.of("bfloat16", "fp8", "mxfp4");
  private static final ThreeTerms UNKNOWN_YET = new ThreeTerms(0, 0, 0, 0, 0, 0);

  private final Catalog catalog = Catalog.standard();

  @Spec private CommandSpec spec;
  @Mixin private MeasuredOptions measured;
  @Mixin private ServerOptions server;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      required = true,
      description = "What was served: a model of the catalogue.")
  private String model = "";

  @Option(
      names = "--accelerator",
      paramLabel = "NAME",
      required = true,
      description = "On what: an accelerator of the catalogue.")
  private String accelerator = "";

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "1",
      description = "Accelerators of the replica (default: ${DEFAULT-VALUE}).")
  private int parallel;

  @Option(
      names = "--weights",
      paramLabel = "PRECISION",
      description = "bfloat16, fp8 or mxfp4 (default: the model's own).")
  private Optional<String> weights = Optional.empty();

  @Option(
      names = "--kv-tokens",
      paramLabel = "N",
      description =
          "KV memory of the server as its log states it (default: what the weights leave). Names"
              + " that the catalogue lacks need it, and are taken for the scenario's own.")
  private Optional<Integer> kvTokens = Optional.empty();

  @Option(
      names = "--keep-back",
      paramLabel = "SHARE",
      defaultValue = "0.3",
      description = "Share of the requests to tell the error by (default: ${DEFAULT-VALUE}).")
  private double keepBack;

  @Override
  public void run() {
    requireValues();
    MeasuredRequests requests = measured.read();
    Server set = new Server(server.batching(shape()), kvTokens.orElseGet(this::kvTokensByWeights));
    requireRoom(requests, set);
    Calibration fit = Calibration.of(requests, set, keepBack, roofline());
    CalibratedBlock.Subject subject =
        new CalibratedBlock.Subject(model, accelerator, parallel, precision());
    spec.commandLine().getOut().print(CalibratedBlock.of(subject, requests, set, fit));
    spec.commandLine().getOut().flush();
  }

  private void requireValues() {
    WrongUsage.requireAtLeast(spec, 1, "--parallel", parallel);
    kvTokens.ifPresent(n -> WrongUsage.requireAtLeast(spec, 1, "--kv-tokens", n));
    if (!(keepBack >= 0 && keepBack < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--keep-back must be a share below 1, is " + keepBack);
    }
    if (kvTokens.isEmpty()) {
      requireKnown("model", model, catalog.models().stream().map(ModelShape::name).toList());
      requireKnown(
          "accelerator",
          accelerator,
          catalog.accelerators().stream().map(Accelerator::name).toList());
    }
    weights.ifPresent(w -> requireKnown("precision", w, PRECISIONS));
  }

  private static void requireKnown(String what, String name, List<String> known) {
    if (!known.contains(name)) {
      throw new InputException("unknown " + what + " '" + name + "'" + Names.hint(name, known));
    }
  }

  private Optional<ModelShape> shape() {
    return catalog.model(model);
  }

  private String precision() {
    return weights.or(() -> shape().map(ModelShape::nativePrecision)).orElse(PRECISIONS.get(0));
  }

  private Optional<IterationTime> roofline() {
    ProfileBook book = new ProfileBook(List.of(), catalog.efficiencies());
    return shape()
        .flatMap(
            m ->
                catalog
                    .accelerator(accelerator)
                    .flatMap(a -> book.roofline(m, a, parallel, precision())))
        .map(IterationTime::of);
  }

  private int kvTokensByWeights() {
    ModelShape shape = shape().orElseThrow();
    Accelerator on = catalog.accelerator(accelerator).orElseThrow();
    ServingProfile profile =
        new ServingProfile(
            model,
            accelerator,
            parallel,
            precision(),
            UNKNOWN_YET,
            ModelMemory.of(shape, precision()).weightsGb() / parallel,
            ModelMemory.kvBytesPerToken(shape, parallel),
            Provenance.assumed(""));
    int tokens = KvCapacity.tokens(profile, on);
    if (tokens == 0) {
      throw new InputException(KvCapacity.objection(profile, on));
    }
    return tokens;
  }

  private static void requireRoom(MeasuredRequests measured, Server server) {
    int longest =
        measured.requests().stream()
            .mapToInt(r -> r.promptTokens() + r.outputTokens())
            .max()
            .orElseThrow();
    if (longest > server.kvTokens() / KvCapacity.BLOCK_TOKENS * KvCapacity.BLOCK_TOKENS) {
      throw new InputException(
          "the longest request has %,d tokens and the KV memory %,d; say with --kv-tokens what the server had"
              .formatted(longest, server.kvTokens()));
    }
  }
}
