package situs.trace;

import java.io.Closeable;
import java.io.IOException;

/** Reads the rows of one format in their order; values are those of the row last read. */
abstract class RowReader implements Closeable {
  /** Nanoseconds from any instant. */
  long timeNs;

  int prompt;
  int output;

  /** 0 where there is none. */
  long session;

  long[] blocks = {};
  int blockCount;

  /** Where the row stands, counted from 1. */
  long line;

  /** Reads the next row; false at the end. After a bad one it goes on with the next. */
  abstract boolean next() throws IOException, BadRow;
}
