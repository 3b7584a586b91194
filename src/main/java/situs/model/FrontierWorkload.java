package situs.model;

import java.util.List;
import java.util.Optional;

/**
 * Agent sessions on a stateful runtime: turns of steps, each step a model call and tool calls.
 *
 * @param calls the {@link ModelWorkload} whose pool answers its model calls
 * @param capacity of its runtime
 */
public record FrontierWorkload(
    String name,
    String calls,
    Channel channel,
    List<OriginDemand> demand,
    Session session,
    Runtime runtime,
    Optional<String> callState,
    List<Objective> objectives,
    Capacity capacity)
    implements Workload {

  /** Where a session's context is kept between model calls. */
  public enum State {
    /** With the model's server: a call carries only what was appended. */
    SERVER("server"),
    /** With the caller: every call carries the whole context. */
    CLIENT("client");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word used in files and outputs. */
    public String word() {
      return word;
    }
  }

  /** What becomes of a session whose runtime region fails. */
  public enum OnOutage {
    FAILOVER,
    LOST
  }

  /**
   * The shape of a session.
   *
   * @param turns mean user turns, geometric and at least 1
   * @param stepsPerTurn mean model calls a turn, geometric and at least 1
   * @param context tokens at the start, before anything is said
   * @param append tokens that a step adds before its call: tool results or the user's words
   * @param output tokens that a step's call generates
   * @param cacheHit probability that the context seen before is still in the prefix cache
   * @param toolTimeS seconds of tool calls between two model calls
   * @param thinkTimeS seconds between an answer and the next turn
   * @param stateGib memory that a session's state takes while it lasts, GiB
   */
  public record Session(
      double turns,
      double stepsPerTurn,
      Distribution context,
      Distribution append,
      Distribution output,
      double cacheHit,
      Distribution toolTimeS,
      Distribution thinkTimeS,
      State state,
      double stateGib,
      OnOutage onOutage) {
    public Session {
      if (!(turns >= 1 && stepsPerTurn >= 1 && cacheHit >= 0 && cacheHit <= 1)) {
        throw new IllegalArgumentException("need turns, steps >= 1 and cache-hit in [0, 1]");
      }
    }
  }

  /** What a live session holds of a runtime instance: vCPUs and GiB of memory. */
  public record Runtime(double vcpu, double memoryGib) {
    public Runtime {
      if (!(vcpu > 0 && memoryGib > 0)) {
        throw new IllegalArgumentException("a session needs some vCPU and memory");
      }
    }

    /** Sessions that fit on an instance. */
    public int sessionsOn(InstanceType type) {
      return (int) Math.floor(Math.min(type.vcpus() / vcpu, type.memoryGib() / memoryGib));
    }
  }

  public FrontierWorkload {
    demand = List.copyOf(demand);
    objectives = List.copyOf(objectives);
  }

  /** With all that is placed, all the time. */
  public FrontierWorkload(
      String name,
      String calls,
      Channel channel,
      List<OriginDemand> demand,
      Session session,
      Runtime runtime,
      Optional<String> callState,
      List<Objective> objectives) {
    this(name, calls, channel, demand, session, runtime, callState, objectives, Capacity.FIXED);
  }

  @Override
  public FrontierWorkload with(List<OriginDemand> demand, Capacity capacity) {
    return new FrontierWorkload(
        name, calls, channel, demand, session, runtime, callState, objectives, capacity);
  }

  @Override
  public String kind() {
    return "frontier";
  }

  public Component runtimePool() {
    return new Component(name, ComponentKind.RUNTIME);
  }

  public Component stateStore() {
    return new Component(name, ComponentKind.STATE);
  }

  @Override
  public List<Component> components() {
    return List.of(runtimePool(), stateStore());
  }
}
