package situs.simulation;

import situs.model.Distribution.Exponential;
import situs.model.Distribution.LogNormal;
import situs.model.ModelWorkload.Batching;
import situs.model.Placed;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;
import situs.stats.RandomStream;
import situs.stats.Sampler;

/**
 * Given requests through a pool of replicas of one engine or the other.
 *
 * @param continues by request: the conversation that it goes on with, or 0
 * @param shared by request: tokens of its prompt that are the conversation's so far
 */
record BatchRun(
    double[] arrival,
    int[] prompt,
    int[] output,
    long[] continues,
    int[] shared,
    IterationTime time,
    Batching batching,
    int kvTokens,
    int replicas) {

  /**
   * What became of them.
   *
   * @param first time of each request's first token, seconds
   * @param end of its last
   */
  record Seen(double[] first, double[] end, KvUse kv, PrefixUse prefixes, HandoverUse handovers) {}

  BatchRun(
      double[] arrival,
      int[] prompt,
      int[] output,
      IterationTime time,
      Batching batching,
      int kvTokens) {
    this(
        arrival,
        prompt,
        output,
        new long[arrival.length],
        new int[arrival.length],
        time,
        batching,
        kvTokens,
        1);
  }

  /**
   * The same requests as turns of so many conversations, whose contexts their prompts go on with.
   */
  BatchRun inConversations(int conversations, int longest) {
    RandomStream random = new RandomStream(43);
    int[] context = new int[conversations];
    int[] prompts = prompt.clone();
    for (int i = 0; i < arrival.length; i++) {
      int one = (int) (random.nextDouble() * conversations);
      continues[i] = one + 1;
      if (context[one] + prompt[i] + output[i] > longest) {
        context[one] = 0;
      }
      shared[i] = context[one];
      prompts[i] += context[one];
      context[one] = prompts[i] + output[i];
    }
    return new BatchRun(
        arrival, prompts, output, continues, shared, time, batching, kvTokens, replicas);
  }

  /** Poisson arrivals; log-normal lengths with chat's spread and the given medians. */
  static BatchRun random(
      int requests,
      double perSecond,
      int prompt,
      int output,
      IterationTime time,
      Batching batching,
      int kvTokens,
      int replicas) {
    RandomStream random = new RandomStream(42);
    Sampler gaps = Sampler.of(new Exponential(1 / perSecond), random);
    Sampler prompts = Sampler.of(new LogNormal(prompt, 2.7 * prompt, 8.0 * prompt), random);
    Sampler outputs = Sampler.of(new LogNormal(output, 3.3 * output, 8.0 * output), random);
    double[] arrival = new double[requests];
    int[] promptTokens = new int[requests];
    int[] outputTokens = new int[requests];
    double t = 0;
    for (int i = 0; i < requests; i++) {
      t += gaps.sample();
      arrival[i] = t;
      promptTokens[i] = prompts.tokens();
      outputTokens[i] = outputs.tokens();
    }
    return new BatchRun(
        arrival,
        promptTokens,
        outputTokens,
        new long[requests],
        new int[requests],
        time,
        batching,
        kvTokens,
        replicas);
  }

  Seen jumping() {
    return run(JumpingReplica::new);
  }

  /** By what simulations run on. */
  Seen fast() {
    return run(Replica::fast);
  }

  Seen stepping() {
    return run(SteppingReplica::new);
  }

  private Seen run(Replica.Maker engine) {
    Requests requests = new Requests();
    Seen seen =
        new Seen(
            new double[arrival.length],
            new double[arrival.length],
            KvUse.NONE,
            PrefixUse.NONE,
            HandoverUse.NONE);
    TournamentTree timers = new TournamentTree(replicas);
    Placed placed =
        Worlds.models(Worlds.EAST, replicas, Worlds.profile(new ThreeTerms(1, 0, 0, 0, 0, 0)));
    ServerPool[] pool = new ServerPool[1];
    Replica.Listener listener =
        (slot, now) -> {
          seen.first[requests.stream[slot]] = requests.first[slot];
          seen.end[requests.stream[slot]] = now;
          pool[0].ended(slot, now);
          requests.release(slot);
        };
    pool[0] =
        ServerPool.of(
            new ServerPool.Setup(
                placed, batching, time, kvTokens, requests, listener, timers, 0, engine));
    for (int replica = 0; replica < replicas; replica++) {
      pool[0].start(replica, 0);
    }
    for (int i = 0; i < arrival.length; i++) {
      advance(pool[0], timers, arrival[i]);
      int slot = requests.allocate();
      requests.stream[slot] = i;
      requests.prompt[slot] = prompt[i];
      requests.remaining[slot] = prompt[i];
      requests.output[slot] = output[i];
      requests.prefix[slot] = continues[i];
      requests.sharedTokens[slot] = shared[i];
      pool[0].arrive(slot, arrival[i]);
    }
    advance(pool[0], timers, Double.MAX_VALUE);
    PoolUse use = pool[0].use(1);
    return new Seen(seen.first, seen.end, use.kv(), use.prefixes(), use.handovers());
  }

  private static void advance(ServerPool pool, TournamentTree timers, double until) {
    while (timers.firstKey() <= until) {
      pool.fire(timers.first(), timers.firstKey());
    }
  }
}
