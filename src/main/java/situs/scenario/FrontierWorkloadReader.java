package situs.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Units;
import situs.model.Arrivals;
import situs.model.Capacity;
import situs.model.Channel;
import situs.model.FrontierWorkload;
import situs.model.FrontierWorkload.Runtime;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;
import situs.model.OriginDemand;

/** A workload of {@code kind: frontier}. */
final class FrontierWorkloadReader {
  private final Context context;
  private final ChannelReader channels;
  private final Collection<String> models;

  /**
   * @param models names of the scenario's model workloads
   */
  FrontierWorkloadReader(Context context, ChannelReader channels, Collection<String> models) {
    this.context = context;
    this.channels = channels;
    this.models = models;
  }

  Optional<FrontierWorkload> read(String name, MapReader reader) {
    Optional<String> calls = calls(reader);
    Optional<Channel> channel = channels.read(reader);
    List<OriginDemand> demand = demand(reader);
    Optional<Runtime> runtime = runtime(reader);
    Optional<Session> session = new SessionReader(context).read(reader, runtime);
    Optional<String> callState = CallState.read(reader, session.map(s -> callState(s.state())));
    var objectives = new ObjectivesReader(context.issues()).read(reader, Set.of());
    Capacity capacity = CapacityReader.ofRuntime(reader);
    reader.done();
    if (calls.isEmpty() || channel.isEmpty() || runtime.isEmpty() || session.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FrontierWorkload(
            name,
            calls.get(),
            channel.get(),
            demand,
            session.get(),
            runtime.get(),
            callState,
            objectives,
            capacity));
  }

  private Optional<String> calls(MapReader reader) {
    Optional<String> calls = reader.requiredText("calls", "gpt-api");
    if (calls.isPresent() && !models.contains(calls.get())) {
      context
          .issues()
          .add(
              reader.at("calls"),
              "no workload of kind model '" + calls.get() + "'" + Names.hint(calls.get(), models));
      return Optional.empty();
    }
    return calls;
  }

  private List<OriginDemand> demand(MapReader reader) {
    reader.requiredNode("demand", "{New York: {rate: 40/h}}");
    List<OriginDemand> demand = new DemandReader(context).read(reader);
    for (OriginDemand origin : demand) {
      if (origin.arrivals() instanceof Arrivals.Replay) {
        context
            .issues()
            .add(
                reader.at("demand"),
                "sessions cannot be replayed from a trace of requests; give '"
                    + origin.metro().name()
                    + "' a rate");
      }
    }
    return demand;
  }

  private static Optional<Runtime> runtime(MapReader workload) {
    workload.requiredNode("runtime", "{instance-share: 0.5 vCPU, memory: 1 GiB}");
    Optional<MapReader> block = workload.mapping("runtime");
    if (block.isEmpty()) {
      return Optional.empty();
    }
    MapReader reader = block.get();
    Optional<Double> share =
        reader.required("instance-share", "0.5 vCPU", k -> reader.positive(k, Units.VCPU));
    Optional<Double> memory =
        reader.required("memory", "1 GiB", k -> reader.positive(k, Units.MEMORY));
    reader.done();
    return share.flatMap(s -> memory.map(m -> new Runtime(s, m)));
  }

  /** A call that carries its whole context needs no state at the server. */
  private static String callState(State state) {
    return state == State.CLIENT ? "stateless" : "stateful";
  }
}
