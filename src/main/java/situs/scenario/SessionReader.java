package situs.scenario;

import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Units;
import situs.model.Distribution;
import situs.model.FrontierWorkload.OnOutage;
import situs.model.FrontierWorkload.Runtime;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;

/** The {@code session:} block: the shape of an agent session. */
final class SessionReader {
  private static final double MOST_STEPS = 100_000;

  private final Context context;

  SessionReader(Context context) {
    this.context = context;
  }

  /** The session; its state takes as much as the runtime's memory unless the block says so. */
  Optional<Session> read(MapReader workload, Optional<Runtime> runtime) {
    workload.requiredNode("session", "{turns: 9, steps-per-turn: 8, context: 60000, ...}");
    return workload.mapping("session").flatMap(reader -> session(reader, runtime));
  }

  private Optional<Session> session(MapReader reader, Optional<Runtime> runtime) {
    Optional<Double> turns = count(reader, "turns", "9");
    Optional<Double> steps = count(reader, "steps-per-turn", "8");
    Optional<Distribution> context = tokens(1).required(reader, "context");
    Optional<Distribution> append = tokens(0).required(reader, "append");
    Optional<Distribution> output = tokens(1).required(reader, "output");
    Optional<Double> cacheHit = reader.required("cache-hit", "0.96", reader::share);
    Optional<Distribution> tool = times().required(reader, "tool-time");
    Optional<Distribution> think = times().required(reader, "think-time");
    Optional<State> state = state(reader);
    Optional<Double> stateGib = reader.positive("state-size", Units.MEMORY);
    Optional<OnOutage> onOutage = onOutage(reader);
    reader.done();
    if (List.of(turns, steps, context, append, output, cacheHit, tool, think, state, onOutage)
        .stream()
        .anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return stateGib
        .or(() -> runtime.map(Runtime::memoryGib))
        .map(
            size ->
                new Session(
                    turns.get(),
                    steps.get(),
                    context.get(),
                    append.get(),
                    output.get(),
                    cacheHit.get(),
                    tool.get(),
                    think.get(),
                    state.get(),
                    size,
                    onOutage.get()));
  }

  private DistributionReader tokens(double least) {
    return new DistributionReader(context, DistributionReader.Measure.TOKENS, least);
  }

  private DistributionReader times() {
    return new DistributionReader(context, DistributionReader.Measure.TIME, 0);
  }

  private static Optional<Double> count(MapReader reader, String key, String example) {
    return reader.required(key, example, k -> reader.number(k, 1, MOST_STEPS));
  }

  private static Optional<State> state(MapReader reader) {
    return reader
        .required("state", "server", k -> reader.oneOf(k, List.of("server", "client")))
        .map(word -> word.equals("server") ? State.SERVER : State.CLIENT);
  }

  private static Optional<OnOutage> onOutage(MapReader reader) {
    Optional<String> word = reader.oneOf("on-outage", List.of("failover", "lost"));
    if (!reader.has("on-outage")) {
      return Optional.of(OnOutage.FAILOVER);
    }
    return word.map(w -> w.equals("lost") ? OnOutage.LOST : OnOutage.FAILOVER);
  }
}
