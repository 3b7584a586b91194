package situs.trace;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Rows of JSON lines: {@code {"timestamp": 27482, "input_length": 6955, "output_length": 52,
 * "hash_ids": [46, 47]}}, times in milliseconds. An id names a block of 512 tokens together with
 * all before it. Source of the format: github.com/kvcache-ai/Mooncake.
 */
final class MooncakeRows extends RowReader {
  static final int BLOCK_TOKENS = 512;
  private static final int MOST_TOKENS = 999_999_999;
  private static final long MILLISECOND_NS = 1_000_000;

  private final BufferedReader lines;
  private long number;

  MooncakeRows(Path path) throws IOException {
    lines = TraceStream.lines(path);
  }

  @Override
  boolean next() throws IOException, BadRow {
    String text = lines.readLine();
    number++;
    while (text != null && text.isBlank()) {
      text = lines.readLine();
      number++;
    }
    line = number;
    if (text == null) {
      return false;
    }
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      row(json);
    } catch (MalformedJsonException | EOFException | IllegalStateException e) {
      throw new BadRow(
          line, "is not an object such as " + "{\"timestamp\": 0, \"input_length\": 6758, ...}");
    } catch (NumberFormatException e) {
      throw new BadRow(line, "a number is expected: " + e.getMessage());
    }
    return true;
  }

  private void row(JsonReader json) throws IOException, BadRow {
    boolean timed = false;
    prompt = 0;
    output = 0;
    blockCount = 0;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "timestamp" -> {
          timeNs = Math.round(json.nextDouble() * MILLISECOND_NS);
          timed = true;
        }
        case "input_length" -> prompt = tokens("input_length", json);
        case "output_length" -> output = tokens("output_length", json);
        case "hash_ids" -> blocks(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new BadRow(line, "one object a line is expected");
    }
    if (!timed || prompt == 0 || output == 0) {
      String missing = !timed ? "timestamp" : prompt == 0 ? "input_length" : "output_length";
      throw new BadRow(line, "has no " + missing);
    }
  }

  private int tokens(String key, JsonReader json) throws IOException, BadRow {
    String text = json.nextString();
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
      throw new BadRow(
          line, key + " must be a whole number from 1 to " + MOST_TOKENS + ", is '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private void blocks(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      if (blockCount == blocks.length) {
        blocks = Arrays.copyOf(blocks, Math.max(16, 2 * blockCount));
      }
      blocks[blockCount++] = json.nextLong();
    }
    json.endArray();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
