package situs.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import situs.model.RequestTrace;

/** One pass through a file. What is held is one row. */
final class TraceCursor implements RequestTrace.Cursor {
  private static final double SECOND_NS = 1e9;

  /** Told of each row that cannot be read; it is left out. */
  @FunctionalInterface
  interface BadRowListener {
    void bad(BadRow row);
  }

  private final RowReader rows;
  private final int blockTokens;
  private final BadRowListener listener;
  private boolean started;
  private long firstNs;
  private long lastNs;

  TraceCursor(RowReader rows, int blockTokens, BadRowListener listener) {
    this.rows = rows;
    this.blockTokens = blockTokens;
    this.listener = listener;
  }

  @Override
  public boolean next() {
    while (true) {
      try {
        if (!rows.next()) {
          return false;
        }
        requireOrder();
        return true;
      } catch (BadRow bad) {
        listener.bad(bad);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void requireOrder() throws BadRow {
    if (!started) {
      started = true;
      firstNs = rows.timeNs;
    } else if (rows.timeNs < lastNs) {
      throw new BadRow(
          rows.line,
          "its time is %s s earlier than that of the row before; sort the trace by time"
              .formatted((lastNs - rows.timeNs) / SECOND_NS));
    }
    lastNs = rows.timeNs;
  }

  @Override
  public double offsetS() {
    return (rows.timeNs - firstNs) / SECOND_NS;
  }

  /** Nanoseconds from any instant. */
  long timeNs() {
    return rows.timeNs;
  }

  @Override
  public int promptTokens() {
    return rows.prompt;
  }

  @Override
  public int outputTokens() {
    return rows.output;
  }

  @Override
  public long session() {
    return rows.session;
  }

  @Override
  public int blocks() {
    return rows.blockCount;
  }

  @Override
  public long block(int index) {
    return rows.blocks[index];
  }

  @Override
  public int blockTokens() {
    return blockTokens;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
