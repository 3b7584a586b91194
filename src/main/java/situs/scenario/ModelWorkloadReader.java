package situs.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import situs.document.MapReader;
import situs.model.Arrivals;
import situs.model.Capacity;
import situs.model.Channel;
import situs.model.Distribution;
import situs.model.ModelShape;
import situs.model.ModelWorkload;
import situs.model.OriginDemand;
import situs.model.RequestTrace;

/** A workload of {@code kind: model}. */
final class ModelWorkloadReader {
  private final Context context;
  private final ChannelReader channels;

  ModelWorkloadReader(Context context, ChannelReader channels) {
    this.context = context;
    this.channels = channels;
  }

  private record Lengths(Distribution prompt, Distribution output) {}

  Optional<ModelWorkload> read(String name, MapReader reader) {
    Optional<ModelShape> model =
        reader
            .requiredText("model", "Llama-3.1-70B")
            .flatMap(m -> Lookups.model(context, m, reader.at("model")));
    Optional<String> weights = weights(reader, model);
    Optional<Integer> parallel = reader.integer("parallel", 1, 1024);
    Optional<Channel> channel = channels.read(reader);
    DemandReader demands = new DemandReader(context);
    List<OriginDemand> demand = demands.read(reader);
    Optional<Lengths> lengths = lengths(reader, demand, demands.asksForTraces());
    Optional<ModelWorkload.Batching> batching =
        new BatchingReader(context.issues()).read(reader, model);
    Optional<String> callState = CallState.read(reader, Optional.of("stateless"));
    var objectives =
        new ObjectivesReader(context.issues()).read(reader, ObjectivesReader.OF_SESSIONS);
    Capacity capacity = CapacityReader.ofModel(reader);
    reader.done();
    if (model.isEmpty()
        || weights.isEmpty()
        || channel.isEmpty()
        || lengths.isEmpty()
        || batching.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ModelWorkload(
            name,
            model.get(),
            weights.get(),
            parallel.map(OptionalInt::of).orElse(OptionalInt.empty()),
            channel.get(),
            demand,
            lengths.get().prompt(),
            lengths.get().output(),
            batching.get(),
            callState,
            objectives,
            capacity));
  }

  private Optional<String> weights(MapReader reader, Optional<ModelShape> model) {
    Optional<String> word = reader.oneOf("weights", Precisions.WORDS.keySet());
    if (reader.has("weights")) {
      return word.map(Precisions.WORDS::get);
    }
    return model.map(m -> Precisions.WORDS.getOrDefault(m.nativePrecision(), m.nativePrecision()));
  }

  private Optional<Lengths> lengths(
      MapReader reader, List<OriginDemand> demand, boolean asksForTraces) {
    boolean curves = demand.stream().anyMatch(d -> d.arrivals() instanceof Arrivals.Curve);
    List<Arrivals.Replay> replays =
        demand.stream()
            .map(OriginDemand::arrivals)
            .filter(Arrivals.Replay.class::isInstance)
            .map(Arrivals.Replay.class::cast)
            .toList();
    if (!reader.has("tokens") && !replays.isEmpty() && !curves) {
      reader.node("tokens");
      return Optional.of(
          new Lengths(
              mean(replays, RequestTrace::meanPromptTokens),
              mean(replays, RequestTrace::meanOutputTokens)));
    }
    if (!reader.has("tokens") && asksForTraces && !curves) {
      reader.node("tokens");
      return Optional.empty();
    }
    if (!reader.has("tokens") && !reader.has("demand")) {
      reader.node("tokens");
      // Nobody asks it directly, so any length will do; 1 keeps quotients finite.
      return Optional.of(new Lengths(new Distribution.Constant(1), new Distribution.Constant(1)));
    }
    return given(reader, !replays.isEmpty() && !curves);
  }

  private Optional<Lengths> given(MapReader reader, boolean fromTrace) {
    if (fromTrace) {
      context
          .issues()
          .add(
              reader.at("tokens"), "the trace has the lengths of its requests; leave 'tokens' out");
    }
    reader.requiredNode("tokens", "{prompt: {median: 1020, p90: 2734}, output: 200}");
    Optional<MapReader> tokens = reader.mapping("tokens");
    DistributionReader lengths =
        new DistributionReader(context, DistributionReader.Measure.TOKENS, 1);
    Optional<Distribution> prompt = tokens.flatMap(t -> lengths.required(t, "prompt"));
    Optional<Distribution> output = tokens.flatMap(t -> lengths.required(t, "output"));
    tokens.ifPresent(MapReader::done);
    return prompt.flatMap(p -> output.map(o -> new Lengths(p, o)));
  }

  /** Replayed requests bring their own lengths; their mean is for those who plan. */
  private static Distribution mean(
      List<Arrivals.Replay> replays, ToDoubleFunction<RequestTrace> tokens) {
    double rate = 0;
    double sum = 0;
    for (Arrivals.Replay replay : replays) {
      double perSecond = replay.meanPerSecond(0);
      rate += perSecond;
      sum += perSecond * tokens.applyAsDouble(replay.trace());
    }
    return new Distribution.Constant(sum / rate);
  }
}
