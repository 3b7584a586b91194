package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import situs.document.Issues;
import situs.model.Arrivals.Replay;
import situs.model.Distribution.Constant;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.model.ServingProfile;
import situs.model.ServingProfile.ThreeTerms;
import situs.trace.BadRows;
import situs.trace.TraceFile;
import situs.trace.TraceReader;
import situs.trace.TraceSource;

/** Blocks of prompts that a trace names, kept by replicas and found again. */
class BlockCacheTest {
  private static final Pattern MOONCAKE =
      Pattern.compile(
          "\\{\"timestamp\": (\\d+), \"input_length\": (\\d+), .*\"hash_ids\": \\[(.*)\\]\\}");
  private static final int BLOCK = 512;
  private static final int KV = 32;

  /** Room for three blocks. */
  private final CacheBudget budget = new CacheBudget(3 * KV + 5);

  private final BlockCache cache = new BlockCache(100, budget);
  private final List<Long> gone = new ArrayList<>();

  private void keep(double now, long... names) {
    cache.keep(names, names.length, KV, now, come -> {}, gone::add);
  }

  private int found(double now, long... names) {
    return cache.found(names, names.length, now);
  }

  @Test
  void findsTheLongestBeginning() {
    keep(0, 1, 2, 3);
    assertThat(found(1, 1, 2, 9)).isEqualTo(2);
    assertThat(found(1, 9, 2, 3)).isZero();
    assertThat(budget.heldBlocks).isEqualTo(3 * KV);
  }

  @Test
  void ofAPromptTheLastBlockGoesFirst() {
    keep(0, 1, 2, 3);
    keep(1, 1, 4);
    assertThat(gone).containsExactly(3L);
    assertThat(found(2, 1, 2, 3)).isEqualTo(2);
  }

  @Test
  void whatIsReadStaysAndWhatDoesNotFitIsLeftOut() {
    keep(0, 1, 2);
    cache.read(new long[] {1, 2}, 2);
    keep(1, 5, 6);
    assertThat(gone).isEmpty();
    assertThat(found(2, 5, 6)).isEqualTo(1);
    // While it is read it does not age.
    assertThat(found(200, 1, 2)).isEqualTo(2);
    cache.release(new long[] {1, 2}, 2);
    assertThat(found(200, 1, 2)).isZero();
  }

  @Test
  void aPromptLongerThanTheCacheIsCut() {
    keep(0, 1, 2, 3, 4, 5);
    assertThat(found(0, 1, 2, 3, 4, 5)).isEqualTo(3);
    cache.clear();
    assertThat(budget.heldBlocks).isZero();
  }

  /** A row of the trace, read by other means. */
  private record Row(long timestamp, int prompt, List<String> blocks) {}

  private static List<Row> rows(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher row = MOONCAKE.matcher(line);
      assertThat(row.matches()).as(line).isTrue();
      rows.add(
          new Row(
              Long.parseLong(row.group(1)),
              Integer.parseInt(row.group(2)),
              Arrays.asList(row.group(3).split(", "))));
    }
    return rows;
  }

  /** What a server finds that has all that came before, and is done before the next come. */
  private static PrefixUse plain(List<Row> rows) {
    Set<String> seen = new HashSet<>();
    long hits = 0;
    long tokens = 0;
    int i = 0;
    while (i < rows.size()) {
      int from = i;
      for (; i < rows.size() && rows.get(i).timestamp == rows.get(from).timestamp; i++) {
        Row row = rows.get(i);
        int found = 0;
        while (found < row.prompt / BLOCK && seen.contains(row.blocks.get(found))) {
          found++;
        }
        int cached = Math.min(found * BLOCK, row.prompt - 1) / 16 * 16;
        hits += cached > 0 ? 1 : 0;
        tokens += cached;
      }
      for (Row row : rows.subList(from, i)) {
        seen.addAll(row.blocks.subList(0, row.prompt / BLOCK));
      }
    }
    return new PrefixUse(hits, rows.size() - hits, tokens);
  }

  @Test
  void aRealTraceFindsWhatItsPromptsShare() throws IOException {
    Path path = Path.of("../shared/traces/mooncake_conversation_trace.jsonl");
    assumeTrue(Files.exists(path), path + " is not part of the repository");
    TraceFile trace =
        TraceReader.read(TraceSource.of(path), BadRows.FAIL, new Issues()).orElseThrow();
    Batching keeping =
        new Batching(20_000, 100_000_000, 20_000).with(Optional.of(new PrefixCaching(1e9, 0.5)));
    ModelWorkload workload =
        new ModelWorkload(
            "api",
            Worlds.shape(),
            "bf16",
            Worlds.model(0, new Constant(1), new Constant(1), keeping).parallel(),
            Worlds.FIRST,
            List.of(new OriginDemand(Worlds.TOWN, new Replay(trace, 0, 1, 1, 1))),
            new Constant(1),
            new Constant(1),
            keeping,
            Optional.of("stateless"),
            List.of());
    Scenario scenario =
        Demands.scenario(
            Demands.MONDAY,
            Duration.ofNanos(Math.round(trace.periodS() * 1e9) - 1),
            Duration.ZERO,
            workload);
    // Done within 2,000 nanoseconds, and with memory for a thousand million tokens.
    ServingProfile profile =
        new ServingProfile(
            "m", "G", 8, "bf16", new ThreeTerms(1e-9, 0, 0, 1e-9, 0, 0), 10, 60, Worlds.HERE);

    PrefixUse seen =
        Simulation.run(
                scenario, Worlds.placement(Worlds.models(Worlds.EAST, 1, profile)), 1, List.of())
            .pools()
            .get(0)
            .prefixes();

    PrefixUse expected = plain(rows(path));
    assertThat(expected.cachedTokens()).isGreaterThan(10_000_000);
    assertThat(seen).isEqualTo(expected);
  }
}
