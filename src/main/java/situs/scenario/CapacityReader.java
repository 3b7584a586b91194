package situs.scenario;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;
import situs.document.Units;
import situs.model.Boot;
import situs.model.Capacity;
import situs.model.Capacity.Autoscaled;
import situs.model.Capacity.Plan;
import situs.model.Capacity.Scheduled;
import situs.model.Capacity.Signal;
import situs.model.Level;

/** The {@code capacity:} and {@code boot:} blocks: how many replicas when, and how they start. */
final class CapacityReader {
  /** The defaults of Kubernetes' Horizontal Pod Autoscaler. */
  private static final double EVERY_S = 15;

  private static final double LEAST_EVERY_S = 1;
  private static final double COOL_DOWN_S = 300;
  private static final double TOLERANCE = 0.1;
  private static final double MOST_TARGET = 1e6;

  private static final Map<String, Signal> OF_RUNTIMES =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of("utilisation", Signal.UTILISATION, "concurrency", Signal.CONCURRENCY)));
  private static final Map<String, Signal> OF_MODELS = ofModels();

  private final Issues issues;
  private final Map<String, Signal> signals;

  private CapacityReader(Issues issues, Map<String, Signal> signals) {
    this.issues = issues;
    this.signals = signals;
  }

  private static Map<String, Signal> ofModels() {
    Map<String, Signal> all = new TreeMap<>(OF_RUNTIMES);
    all.putAll(Map.of("queue", Signal.QUEUE, "kv", Signal.KV));
    return Collections.unmodifiableMap(all);
  }

  /** Of a model workload. */
  static Capacity ofModel(MapReader workload) {
    CapacityReader reader = new CapacityReader(workload.issues(), OF_MODELS);
    return new Capacity(reader.plan(workload), reader.boot(workload));
  }

  /** Of a frontier workload's runtime, where nothing queues and there are no weights. */
  static Capacity ofRuntime(MapReader workload) {
    CapacityReader reader = new CapacityReader(workload.issues(), OF_RUNTIMES);
    workload
        .mapping("boot")
        .filter(boot -> boot.has("storage"))
        .ifPresent(
            boot ->
                reader.issues.add(
                    boot.at("storage"), "a runtime reads no weights; leave 'storage' out"));
    return new Capacity(reader.plan(workload), reader.boot(workload));
  }

  private Boot boot(MapReader workload) {
    Optional<MapReader> block = workload.mapping("boot");
    if (block.isEmpty()) {
      return Boot.ASSUMED;
    }
    double instanceS =
        block.get().quantity("instance", Units.TIME).orElse(Boot.ASSUMED.instanceS());
    double storage =
        block.get().positive("storage", Units.BANDWIDTH).orElse(Boot.ASSUMED.storageGbPerS());
    block.get().done();
    return new Boot(instanceS, storage);
  }

  private Plan plan(MapReader workload) {
    Optional<MapReader> block = workload.mapping("capacity");
    if (block.isEmpty()) {
      return new Capacity.Fixed();
    }
    MapReader reader = block.get();
    Optional<Plan> schedule = schedule(reader);
    Optional<Plan> autoscaled = reader.mapping("autoscale").flatMap(this::autoscaled);
    reader.done();
    if (reader.has("schedule") == reader.has("autoscale")) {
      issues.add(
          reader.at(),
          "'capacity' needs one of 'schedule' and 'autoscale'; without 'capacity' all that is"
              + " placed is rented all the time");
    } else if (reader.has("autoscale") && reader.has("zone")) {
      issues.add(reader.at("zone"), "'zone' is for a 'schedule'");
    }
    return schedule.or(() -> autoscaled).orElse(new Capacity.Fixed());
  }

  private Optional<Plan> schedule(MapReader capacity) {
    Optional<ZoneId> zone =
        capacity
            .text("zone")
            .flatMap(
                z -> capacity.parsed("zone", z, "a time zone such as Europe/Oslo", ZoneId::of));
    Optional<MapReader> block = capacity.mapping("schedule");
    if (block.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<LocalTime, Level> levels = new TreeMap<>();
    for (Node.Entry entry : block.get().entries()) {
      Optional<LocalTime> time = time(entry);
      Optional<Level> level = level(block.get(), entry.key(), entry.value());
      if (time.isPresent() && levels.containsKey(time.get())) {
        issues.add(entry.at(), "'" + entry.key() + "' is a time that stands here already");
      }
      time.ifPresent(t -> level.ifPresent(l -> levels.put(t, l)));
    }
    if (block.get().entries().isEmpty()) {
      issues.add(block.get().at(), "'schedule' needs a time at least, such as \"08:00\": 4");
    }
    return levels.isEmpty()
        ? Optional.empty()
        : Optional.of(new Scheduled(levels, zone.orElse(ZoneOffset.UTC)));
  }

  private Optional<LocalTime> time(Node.Entry entry) {
    try {
      return Optional.of(LocalTime.parse(entry.key()));
    } catch (DateTimeException e) {
      issues.add(
          entry.at(), "'" + entry.key() + "' must be a local time such as \"08:00\", in quotes");
      return Optional.empty();
    }
  }

  private Optional<Plan> autoscaled(MapReader reader) {
    Optional<Signal> signal =
        reader
            .required("on", "utilisation", k -> reader.oneOf(k, signals.keySet()))
            .map(signals::get);
    Optional<Double> target =
        reader.required("target", "0.7", k -> target(reader, k, signal.orElse(Signal.QUEUE)));
    Level least = level(reader, "least").orElse(new Level.Count(1));
    Level most = level(reader, "most").orElse(Level.ALL);
    double every = every(reader);
    double upAfter = reader.quantity("up-after", Units.TIME).orElse(0.0);
    double coolDown = reader.quantity("cool-down", Units.TIME).orElse(COOL_DOWN_S);
    double tolerance = reader.share("tolerance").orElse(TOLERANCE);
    reader.done();
    checkOrder(reader, least, most);
    return signal.flatMap(
        s ->
            target.map(
                t -> new Autoscaled(s, t, least, most, every, upAfter, coolDown, tolerance)));
  }

  private double every(MapReader reader) {
    double every = reader.quantity("every", Units.TIME).orElse(EVERY_S);
    if (every < LEAST_EVERY_S) {
      issues.add(reader.at("every"), "'every' must be at least 1 s");
    }
    return Math.max(LEAST_EVERY_S, every);
  }

  private Optional<Double> target(MapReader reader, String key, Signal signal) {
    boolean share = List.of(Signal.UTILISATION, Signal.KV).contains(signal);
    Optional<Double> target = share ? reader.share(key) : reader.number(key, 0, MOST_TARGET);
    if (target.isPresent() && target.get() == 0) {
      issues.add(reader.at(key), "'target' must be greater than 0");
    }
    return target.filter(t -> t > 0);
  }

  /** A count and a share can be compared only when it is known what was placed. */
  private void checkOrder(MapReader reader, Level least, Level most) {
    boolean counts = least instanceof Level.Count && most instanceof Level.Count;
    boolean shares = least instanceof Level.Share && most instanceof Level.Share;
    int many = 1_000_000;
    if ((counts || shares) && least.of(many) > most.of(many)) {
      issues.add(reader.at("least"), "'least' must not be more than 'most'");
    }
  }

  private Optional<Level> level(MapReader reader, String key) {
    return reader.node(key).flatMap(node -> level(reader, key, node));
  }

  private Optional<Level> level(MapReader reader, String key, Node node) {
    return reader.text(node, "'" + key + "'").flatMap(text -> level(key, node, text.trim()));
  }

  private Optional<Level> level(String key, Node node, String text) {
    try {
      return Optional.of(
          text.endsWith("%")
              ? new Level.Share(Double.parseDouble(text.substring(0, text.length() - 1)) / 100)
              : new Level.Count(Integer.parseInt(text.replace("_", ""))));
    } catch (IllegalArgumentException e) {
      issues.add(
          node.at(),
          "'"
              + key
              + "' must be a number of replicas, or a share of those placed, above 0: 2, or 25 %;"
              + " is '"
              + text
              + "'");
      return Optional.empty();
    }
  }
}
