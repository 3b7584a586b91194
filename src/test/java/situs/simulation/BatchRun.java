package situs.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import situs.model.ModelWorkload.Batching;
import situs.model.Placed;
import situs.serving.IterationTime;

/**
 * Given requests through one replica, by the engine and by a plain second one that steps every
 * iteration. Both answer [first token, end] for each request.
 */
record BatchRun(
    double[] arrival,
    int[] prompt,
    int[] output,
    IterationTime time,
    Batching limits,
    int kvTokens) {

  /** The engine under test. */
  double[][] fast() {
    Requests requests = new Requests();
    double[][] seen = new double[arrival.length][];
    Replica.Listener[] listener = new Replica.Listener[1];
    TournamentTree timers = new TournamentTree(1);
    Placed placed =
        Worlds.models(
            Worlds.EAST,
            1,
            Worlds.profile(new situs.model.ServingProfile.ThreeTerms(1, 0, 0, 0, 0, 0)));
    ModelPool[] pool = new ModelPool[1];
    listener[0] =
        new Replica.Listener() {
          @Override
          public void ended(int slot, double now) {
            seen[requests.stream[slot]] = new double[] {requests.first[slot], now};
            pool[0].ended(slot, now);
            requests.release(slot);
          }
        };
    pool[0] = new ModelPool(placed, limits, time, kvTokens, requests, listener[0], timers, 0);
    pool[0].start(0, 0);
    for (int i = 0; i < arrival.length; i++) {
      while (timers.firstKey() <= arrival[i]) {
        pool[0].fire(0, timers.firstKey());
      }
      int slot = requests.allocate();
      requests.stream[slot] = i;
      requests.prompt[slot] = prompt[i];
      requests.remaining[slot] = prompt[i];
      requests.output[slot] = output[i];
      pool[0].arrive(slot, arrival[i]);
    }
    while (timers.firstKey() < Double.POSITIVE_INFINITY) {
      pool[0].fire(0, timers.firstKey());
    }
    return seen;
  }

  /** One sequence of the plain engine. */
  private static final class Sequence {
    final int id;
    int remaining;
    int context;
    int left;

    Sequence(int id, int prompt, int output) {
      this.id = id;
      this.remaining = prompt;
      this.context = 0;
      this.left = output;
    }
  }

  /** The same semantics, iteration by iteration, as plainly as it can be said. */
  double[][] stepped() {
    double[][] seen = new double[arrival.length][2];
    List<Sequence> running = new ArrayList<>();
    ArrayDeque<Sequence> waiting = new ArrayDeque<>();
    int nextArrival = 0;
    long reserved = 0;
    double now = 0;
    while (nextArrival < arrival.length || !running.isEmpty() || !waiting.isEmpty()) {
      if (running.isEmpty() && waiting.isEmpty()) {
        now = Math.max(now, arrival[nextArrival]);
      }
      while (nextArrival < arrival.length && arrival[nextArrival] <= now) {
        waiting.add(new Sequence(nextArrival, prompt[nextArrival], output[nextArrival]));
        nextArrival++;
      }
      while (!waiting.isEmpty()
          && running.size() < limits.maxSequences()
          && reserved + prompt[waiting.peek().id] + output[waiting.peek().id] <= kvTokens) {
        Sequence s = waiting.poll();
        reserved += prompt[s.id] + output[s.id];
        running.add(s);
      }
      int decoding = 0;
      long kv = 0;
      for (Sequence s : running) {
        if (s.remaining == 0) {
          decoding++;
          kv += s.context;
        }
      }
      int budget = limits.tokenBudget() - decoding;
      int taken = 0;
      double attention = 0;
      int[] chunks = new int[running.size()];
      for (int i = 0; i < chunks.length; i++) {
        Sequence s = running.get(i);
        if (s.remaining > 0 && taken < budget) {
          chunks[i] = Math.min(s.remaining, budget - taken);
          attention += time.chunkS(chunks[i], s.context);
          taken += chunks[i];
        }
      }
      now += time.baseS(decoding, taken) + time.perKvTokenS() * kv + attention;
      List<Sequence> still = new ArrayList<>();
      for (int i = 0; i < chunks.length; i++) {
        Sequence s = running.get(i);
        boolean decoded = s.remaining == 0;
        if (decoded) {
          s.context++;
          s.left--;
        } else {
          s.context += chunks[i];
          s.remaining -= chunks[i];
          if (s.remaining == 0) {
            seen[s.id][0] = now;
            s.context++;
            s.left--;
          }
        }
        if (s.left == 0) {
          seen[s.id][1] = now;
          reserved -= prompt[s.id] + output[s.id];
        } else {
          still.add(s);
        }
      }
      running = still;
    }
    return seen;
  }
}
