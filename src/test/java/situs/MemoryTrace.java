package situs;

import java.util.Arrays;
import situs.model.RequestTrace;

/** A trace of a few requests for tests. */
public record MemoryTrace(double[] offsets, int[] prompts, int[] outputs, long[] sessions)
    implements RequestTrace {

  /** Requests at those times, whose prompts are 1, 2, 3 ... tokens, of no session. */
  public static MemoryTrace at(double... offsets) {
    int[] prompts = new int[offsets.length];
    Arrays.setAll(prompts, i -> i + 1);
    return new MemoryTrace(offsets, prompts, prompts, new long[offsets.length]);
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public long requests() {
    return offsets.length;
  }

  @Override
  public double spanS() {
    return offsets[offsets.length - 1];
  }

  @Override
  public double meanPromptTokens() {
    return Arrays.stream(prompts).average().orElseThrow();
  }

  @Override
  public double meanOutputTokens() {
    return Arrays.stream(outputs).average().orElseThrow();
  }

  @Override
  public Cursor open() {
    return new Cursor() {
      private int row = -1;

      @Override
      public boolean next() {
        return ++row < offsets.length;
      }

      @Override
      public double offsetS() {
        return offsets[row];
      }

      @Override
      public int promptTokens() {
        return prompts[row];
      }

      @Override
      public int outputTokens() {
        return outputs[row];
      }

      @Override
      public long session() {
        return sessions[row];
      }

      @Override
      public int blocks() {
        return 0;
      }

      @Override
      public long block(int index) {
        throw new IndexOutOfBoundsException(index);
      }

      @Override
      public int blockTokens() {
        return 0;
      }

      @Override
      public void close() {}
    };
  }
}
