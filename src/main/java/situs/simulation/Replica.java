package situs.simulation;

import situs.model.ModelWorkload.Batching;
import situs.serving.IterationTime;

/**
 * A model server with continuous batching. What it does is said plainly in {@link SteppingReplica},
 * which goes through every iteration; {@link JumpingReplica} does the same at a fraction of the
 * work, {@link SerialReplica} where there is one sequence at a time, and simulations run on these.
 * Tests hold them together.
 *
 * <p>The pool admits while {@link #hasRoom}; what no longer finds a block is preempted, stays with
 * its replica and returns before any newcomer.
 */
interface Replica {
  /** Told by a replica what happened in it. */
  interface Listener {
    /** A request has ended; its room is free, and the time of its first token is in its slot. */
    void ended(int slot, double now);

    /**
     * A prompt is done at a replica that only prefills, and more tokens are wanted. Its KV memory
     * stays taken until {@link Replica#release}.
     */
    default void prefilled(int slot, double now) {
      throw new IllegalStateException("this replica decodes");
    }
  }

  /** What a replica does for a request. */
  enum Part {
    /** All of it. */
    WHOLE,
    /** The prompt and with it the first token, prompts whole. */
    PREFILL,
    /** The tokens after the first; and the whole context again when it was preempted. */
    DECODE
  }

  /**
   * What replicas of a pool have in common.
   *
   * @param kvTokens KV capacity of one, tokens
   * @param counts what happens for want of KV memory, over all of them
   */
  record Setup(
      IterationTime time,
      Batching batching,
      long kvTokens,
      Requests requests,
      Listener listener,
      KvCounts counts,
      Part part) {

    /** Of replicas that do all of a request. */
    Setup(
        IterationTime time,
        Batching batching,
        long kvTokens,
        Requests requests,
        Listener listener,
        KvCounts counts) {
      this(time, batching, kvTokens, requests, listener, counts, Part.WHOLE);
    }
  }

  /** One of the engines. */
  interface Maker {
    Replica of(Setup setup);
  }

  /** The one that simulations run on. */
  static Replica fast(Setup setup) {
    return setup.part() == Part.WHOLE && setup.batching().maxSequences() == 1
        ? new SerialReplica(setup)
        : new JumpingReplica(setup);
  }

  /** When something happens next; infinity when idle. */
  double next();

  /** Sequences admitted and not ended, those aside whose KV cache only waits here or is coming. */
  int sequences();

  /**
   * Prompt and output tokens of its sequences together, by which requests are spread; the largest
   * number when no further sequence is taken, whatever its size. Of a replica that only prefills
   * the prompts, until their memory is released.
   */
  long load();

  /** KV blocks that its sequences hold in the iteration under way. */
  long kvBlocks(double now);

  /** Whether preempted sequences wait for its memory. */
  boolean isShort();

  /**
   * Whether a request that comes now can join the next iteration: its blocks are free beside those
   * that the sequences of now will hold by then, as if none of them ended, and beside the
   * watermark. An empty replica has room for whatever fits into it.
   */
  boolean hasRoom(int slot, double now);

  /**
   * Takes a request for which there is room. An idle replica waits for {@link #begin}, so that all
   * who come at one instant share the first iteration.
   */
  void admit(int slot, double now);

  /** A replica that only prefills: the KV cache of a request has left. */
  default void release(int slot) {
    throw new IllegalStateException("this replica does all of a request");
  }

  /**
   * A replica that only decodes: takes the memory for a request for which there is room. It is not
   * served before {@link #receive}, and is as young as its call of this.
   */
  default void expect(int slot, double now) {
    throw new IllegalStateException("this replica does all of a request");
  }

  /** The KV cache that was expected is here: the request joins the next iteration. */
  default void receive(int slot, double now) {
    throw new IllegalStateException("this replica does all of a request");
  }

  /** The KV cache that was expected will not come. */
  default void cancel(int slot, double now) {
    throw new IllegalStateException("this replica does all of a request");
  }

  /**
   * Does what is due at {@link #next()}; the caller then admits what waits and calls {@link
   * #begin}.
   */
  void finish();

  /** Starts the next iteration or stretch, if it is idle and has work. */
  void begin(double now);

  /** The requests that it serves. */
  int[] slots();

  /**
   * Forgets all its work: it has failed. The caller deals with the requests, see {@link #slots}.
   */
  void clear();
}
