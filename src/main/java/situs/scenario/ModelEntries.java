package situs.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import situs.document.MapReader;
import situs.document.Mark;
import situs.document.Names;
import situs.document.Node;
import situs.document.Units;
import situs.model.Accelerator;
import situs.model.ModelShape;
import situs.model.Provenance;
import situs.model.ServingProfile;
import situs.serving.KvCapacity;
import situs.serving.ModelMemory;

/** {@code catalog.models} and {@code catalog.profiles}. */
final class ModelEntries {
  private static final double MOST_BILLION = 1e5;
  private static final int MOST = 100_000_000;

  /** Bytes that a parameter takes. */
  private static final Map<String, Double> BYTES = Map.of("bfloat16", 2.0, "fp8", 1.0);

  private final Context context;
  private final NewEntries entries;

  ModelEntries(Context context, NewEntries entries) {
    this.context = context;
    this.entries = entries;
  }

  void readModels(MapReader catalog) {
    Blocks.each(catalog, "models", (e, r) -> model(e.key(), r).ifPresent(entries.models::add));
  }

  private Optional<ModelShape> model(String name, MapReader reader) {
    Optional<Double> total = billions(reader, "total-params-billion");
    Optional<Double> active =
        reader.has("active-params-billion") ? billions(reader, "active-params-billion") : total;
    reader.node("active-params-billion");
    Optional<Integer> layers = count(reader, "layers", "80");
    Optional<Integer> hidden = count(reader, "hidden", "8192");
    Optional<Integer> queryHeads = count(reader, "query-heads", "64");
    Optional<Integer> kvHeads = count(reader, "kv-heads", "8");
    Optional<Integer> headDim = count(reader, "head-dim", "128");
    Optional<Integer> maxContext = count(reader, "max-context", "131072");
    Optional<Integer> kvBytes = reader.integer("kv-bytes-per-token", 1, MOST);
    Optional<Double> weight = reader.positive("weight", Units.BYTES_GB);
    Optional<String> precision = reader.oneOf("precision", Precisions.WORDS.keySet());
    Optional<Integer> experts = reader.integer("experts", 1, MOST);
    Optional<Integer> activeExperts = reader.integer("active-experts", 1, MOST);
    Provenance provenance = new SourceReader(context.issues()).read(reader);
    reader.done();
    if (Stream.of(total, active, layers, hidden, queryHeads, kvHeads, headDim, maxContext)
        .anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    if (active.get() > total.get()) {
      context
          .issues()
          .add(
              reader.at("active-params-billion"),
              "'active-params-billion' must be at most 'total-params-billion'");
    }
    if (experts.isPresent() != activeExperts.isPresent()
        || experts.orElse(1) < activeExperts.orElse(1)) {
      context
          .issues()
          .add(
              reader.at(experts.isPresent() ? "experts" : "active-experts"),
              "'experts' and 'active-experts' go together, and not more are active than there are");
    }
    String stored = Precisions.WORDS.getOrDefault(precision.orElse("bf16"), "bfloat16");
    return Optional.of(
        new ModelShape(
            name,
            total.get(),
            active.get(),
            layers.get(),
            hidden.get(),
            queryHeads.get(),
            kvHeads.get(),
            headDim.get(),
            kvBytes
                .map(Integer::longValue)
                .orElse(4L * layers.get() * kvHeads.get() * headDim.get()),
            maxContext.get(),
            weight.orElse(total.get() * BYTES.getOrDefault(stored, 2.0)),
            stored,
            experts.map(OptionalInt::of).orElse(OptionalInt.empty()),
            activeExperts.map(OptionalInt::of).orElse(OptionalInt.empty()),
            provenance));
  }

  private static Optional<Double> billions(MapReader reader, String key) {
    return reader.required(key, "70.6", k -> reader.number(k, 1e-3, MOST_BILLION));
  }

  private static Optional<Integer> count(MapReader reader, String key, String example) {
    return reader.required(key, example, k -> reader.integer(k, 1, MOST));
  }

  void readProfiles(MapReader catalog) {
    for (Node item : catalog.list("profiles")) {
      MapReader.of(item, "a profile", context.issues())
          .flatMap(this::profile)
          .ifPresent(entries.profiles::add);
    }
  }

  private Optional<ServingProfile> profile(MapReader reader) {
    Optional<ModelShape> model =
        reader
            .requiredText("model", "Llama-3.1-70B")
            .flatMap(m -> Lookups.model(context, m, reader.at("model")));
    Optional<String> accelerator = accelerator(reader);
    Optional<Integer> parallel = count(reader, "parallel", "8");
    Optional<String> weights =
        reader
            .required("weights", "fp8", k -> reader.oneOf(k, Precisions.WORDS.keySet()))
            .map(Precisions.WORDS::get);
    List<Optional<Double>> terms =
        Stream.of("a", "b", "c", "p0", "p1", "p2")
            .map(key -> reader.required(key, "1 ms", k -> reader.quantity(k, Units.TIME)))
            .toList();
    Optional<Double> size = reader.positive("weights-per-accelerator", Units.BYTES_GB);
    Optional<Double> kv = reader.positive("kv-per-token-and-accelerator", Units.BYTES);
    Provenance provenance = new SourceReader(context.issues()).read(reader);
    reader.done();
    if (model.isEmpty()
        || accelerator.isEmpty()
        || parallel.isEmpty()
        || weights.isEmpty()
        || terms.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    double[] t = terms.stream().mapToDouble(Optional::get).toArray();
    ServingProfile profile =
        new ServingProfile(
            model.get().name(),
            accelerator.get(),
            parallel.get(),
            weights.get(),
            new ServingProfile.ThreeTerms(t[0], t[1], t[2], t[3], t[4], t[5]),
            size.orElseGet(
                () -> ModelMemory.of(model.get(), weights.get()).weightsGb() / parallel.get()),
            kv.orElseGet(() -> ModelMemory.kvBytesPerToken(model.get(), parallel.get())),
            provenance);
    requireRoom(profile, reader.at("parallel"));
    return Optional.of(profile);
  }

  private void requireRoom(ServingProfile profile, Mark at) {
    Accelerator accelerator = context.catalog().accelerator(profile.accelerator()).orElseThrow();
    if (KvCapacity.tokens(profile, accelerator) == 0) {
      context.issues().add(at, KvCapacity.objection(profile, accelerator));
    }
  }

  private Optional<String> accelerator(MapReader reader) {
    Optional<String> name = reader.requiredText("accelerator", "H100-SXM");
    List<String> names = context.catalog().accelerators().stream().map(Accelerator::name).toList();
    if (name.isPresent() && !names.contains(name.get())) {
      context
          .issues()
          .add(
              reader.at("accelerator"),
              "unknown accelerator '" + name.get() + "'" + Names.hint(name.get(), names));
      return Optional.empty();
    }
    return name;
  }
}
