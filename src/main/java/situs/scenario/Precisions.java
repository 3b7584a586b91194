package situs.scenario;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Words for the precision of weights. */
final class Precisions {
  /** From the word in a file to the word of serving profiles. */
  static final Map<String, String> WORDS =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of("bf16", "bfloat16", "bfloat16", "bfloat16", "fp8", "fp8", "mxfp4", "mxfp4")));

  private Precisions() {}
}
