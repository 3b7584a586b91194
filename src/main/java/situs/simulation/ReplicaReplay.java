package situs.simulation;

import situs.model.ModelWorkload.Batching;
import situs.serving.IterationTime;

/**
 * Given requests through one replica, first come first served and without a network: what requests
 * measured on a server are held against.
 */
public final class ReplicaReplay {
  /**
   * What became of the requests.
   *
   * @param firstS when each had its first token, seconds
   * @param endS when it had its last
   * @param preemptions how often one of them gave up its KV memory
   */
  public record Seen(double[] firstS, double[] endS, long preemptions) {}

  private final double[] arrivalS;
  private final int[] prompt;
  private final int[] output;
  private final Batching batching;
  private final int kvTokens;

  /**
   * @param arrivalS of each request, ascending
   * @param prompt tokens of each
   * @param output tokens of each, at least 1
   * @param kvTokens KV capacity, which holds each of them alone
   */
  public ReplicaReplay(
      double[] arrivalS, int[] prompt, int[] output, Batching batching, int kvTokens) {
    this.arrivalS = arrivalS.clone();
    this.prompt = prompt.clone();
    this.output = output.clone();
    this.batching = batching;
    this.kvTokens = kvTokens;
  }

  /** The requests served with such iteration times. */
  public Seen under(IterationTime time) {
    return new Run(time).seen();
  }

  /** One pass. */
  private final class Run {
    private final Requests requests = new Requests();
    private final KvCounts counts = new KvCounts();
    private final double[] firstS = new double[arrivalS.length];
    private final double[] endS = new double[arrivalS.length];
    private final int[] slots = new int[arrivalS.length];
    private final Replica replica;

    /** The first in line, and who comes next. */
    private int head;

    private int arrived;

    Run(IterationTime time) {
      Replica.Listener listener = this::ended;
      replica =
          new JumpingReplica(
              new Replica.Setup(time, batching, kvTokens, requests, listener, counts));
    }

    Seen seen() {
      for (double now : arrivalS) {
        advance(now);
        slots[arrived] = slot(arrived);
        arrived++;
        admit(now);
        replica.begin(now);
      }
      advance(Double.MAX_VALUE);
      return new Seen(firstS, endS, counts.use().preemptions());
    }

    private int slot(int request) {
      int slot = requests.allocate();
      requests.stream[slot] = request;
      requests.prompt[slot] = prompt[request];
      requests.remaining[slot] = prompt[request];
      requests.output[slot] = output[request];
      requests.begin(slot);
      return slot;
    }

    private void advance(double until) {
      while (replica.next() <= until) {
        double now = replica.next();
        replica.finish();
        admit(now);
        replica.begin(now);
      }
    }

    private void admit(double now) {
      while (head < arrived && replica.hasRoom(slots[head], now)) {
        replica.admit(slots[head++], now);
      }
    }

    private void ended(int slot, double now) {
      int request = requests.stream[slot];
      firstS[request] = requests.first[slot];
      endS[request] = now;
      requests.release(slot);
    }
  }
}
