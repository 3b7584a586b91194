package situs.simulation;

import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.serving.KvCapacity;

/**
 * The KV blocks of a replica that are held by sequences of constant size: all of them where memory
 * is reserved, those under prefill where it grows. What decoding sequences hold beside is computed
 * by {@link DecodeBatch}.
 */
final class KvBlocks {
  /** vLLM's and the catalogue's block; a power of two. */
  static final int TOKENS = KvCapacity.BLOCK_TOKENS;

  /** Whether sequences take blocks as they decode. */
  final boolean grow;

  private final long capacity;
  private final long watermark;
  private long constant;

  KvBlocks(KvMemory memory, long kvTokens) {
    grow = memory.policy() == KvPolicy.PREEMPT;
    capacity = kvTokens / TOKENS;
    watermark = (long) Math.ceil(memory.watermark() * capacity);
  }

  static long of(long tokens) {
    return (tokens + TOKENS - 1) / TOKENS;
  }

  /** Blocks of its own that a request takes when it is admitted. */
  long ownAtAdmission(Requests requests, int slot) {
    return atAdmission(requests, slot) - requests.sharedBlocks(slot);
  }

  /** Blocks of a request at its admission, those of a cached prefix included. */
  long atAdmission(Requests requests, int slot) {
    return of(
        (long) requests.prompt[slot] + (grow ? requests.generated(slot) : requests.output[slot]));
  }

  /** Blocks held by sequences of constant size. */
  long constant() {
    return constant;
  }

  /** Blocks that decoding sequences may hold. */
  long forDecoding() {
    return capacity - constant;
  }

  /** Blocks that decoding sequences may hold beside an admission of so many. */
  long forDecodingBeside(long admitted) {
    return capacity - watermark - constant - admitted;
  }

  void take(long blocks) {
    constant += blocks;
  }

  void free(long blocks) {
    constant -= blocks;
  }

  void clear() {
    constant = 0;
  }
}
