package situs.trace;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a file, plain or gzip: its first two bytes say which. */
final class TraceStream {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private TraceStream() {}

  static InputStream bytes(Path path) throws IOException {
    BufferedInputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      file.mark(2);
      boolean zipped = file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
      file.reset();
      return zipped ? new GZIPInputStream(file, BUFFER) : file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  static BufferedReader lines(Path path) throws IOException {
    Reader characters = new InputStreamReader(bytes(path), StandardCharsets.UTF_8);
    return new BufferedReader(characters, BUFFER);
  }
}
