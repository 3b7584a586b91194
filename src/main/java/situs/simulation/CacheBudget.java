package situs.simulation;

/** KV blocks that a replica's prefix caches may hold together, and how many they hold. */
final class CacheBudget {
  final long mostBlocks;
  long heldBlocks;

  CacheBudget(long mostBlocks) {
    this.mostBlocks = mostBlocks;
  }
}
