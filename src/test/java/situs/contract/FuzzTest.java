package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.document.Document;
import situs.document.InputException;
import situs.document.Issues;
import situs.document.Mark;
import situs.document.Node;
import situs.scenario.ScenarioFile;

/**
 * Whatever is read is refused with an error that names it, or can be used; and neither takes long.
 * Input {@code n} is made from the seed {@code n}, and is printed when it fails.
 */
class FuzzTest {
  private static final int FEW = 2_000;
  private static final int MANY = 1_000_000;

  /** Of the processor's time; garbage and compilation of the program itself weigh in a thread. */
  private static final double MOST_SECONDS = 3;

  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");
  private static final Path AGREEMENT = Path.of("src/test/resources/scenario/agreement.yaml");
  private static final String HEAD =
      """
      contract: fuzz
      parties: [A, B]
      terms: {a_open_question: open, open_one: yes}
      events: {something-happens: What it is., it-happens: It.}
      define: {own-call: {over: route, means: hop.to == "model"}, it: {over: route, means: 'true'}}
      clauses:
      """;
  private static final String SCENARIO =
      """
      situs: 1
      name: fuzz
      starts: 2026-03-18T14:00:00Z
      duration: 1 h
      warm-up: 5 min
      replications: 3
      strategies: [cheapest, fastest]
      datacenters:
        azure/eastus:  {ND96isr_H100_v5: 2}
        aws/us-east-1: {p5.48xlarge: 2}
      workloads:
        conversation:
          kind: model
          model: Llama-3.1-70B
          weights: fp8
          parallel: 8
          channel: {seller: openai}
          demand: {New York: {rate: 14/s, peak: "14:00", swing: 0.9}}
          tokens: {prompt: {median: 1020, p90: 2734, max: 16000}, output: 200}
          boot: {instance: 2 min, storage: 5 GB/s}
          objective: {ttft-p95: 1.5 s, tpot-p95: 50 ms}
      events:
        - {at: 10 min, for: 5 min, surge: {workload: conversation, factor: 15}}
      """;

  private enum Of {
    CONDITION,
    CONTRACT,
    SCENARIO,
    BYTES
  }

  private record Outcome(Of kind, boolean refused, double seconds) {}

  private record Tally(long inputs, long accepted, double most) {
    Tally plus(Outcome o) {
      return new Tally(inputs + 1, accepted + (o.refused() ? 0 : 1), Math.max(most, o.seconds()));
    }
  }

  private static final ThreadLocal<Path> SCRATCH = new ThreadLocal<>();

  @TempDir Path folder;

  private final List<String> clauses = clauses();

  private static List<String> clauses() {
    try {
      // Clauses of one line, so that an input is small.
      return Files.readString(AGREEMENT)
          .lines()
          .filter(l -> l.matches("  [a-z-]+: \\{text: t.*}"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void someInputsAreRefusedOrCanBeUsed() {
    assertThat(clauses).hasSizeGreaterThan(10);
    Map<Of, Tally> tallies = run(FEW);
    // Were nothing refused, or everything, the trial would try little.
    assertThat(tallies.get(Of.CONDITION).accepted()).isGreaterThan(FEW / 50);
    assertThat(tallies.get(Of.CONTRACT).accepted()).isGreaterThan(FEW / 100);
    assertThat(tallies.get(Of.SCENARIO).accepted()).isPositive();
  }

  @Test
  @Tag("fuzz")
  void aMillionInputsAreRefusedOrCanBeUsed() {
    long started = System.nanoTime();
    Map<Of, Tally> tallies = run(MANY);
    System.out.printf("%.0f s%n", (System.nanoTime() - started) / 1e9);
    tallies.forEach(
        (kind, t) ->
            System.out.printf(
                "%s: %,d inputs, %,d accepted, longest %.2f s%n",
                kind, t.inputs(), t.accepted(), t.most()));
  }

  private Map<Of, Tally> run(int inputs) {
    Map<Of, Tally> tallies = new EnumMap<>(Of.class);
    IntStream.range(0, inputs)
        .parallel()
        .mapToObj(this::outcome)
        .forEach(
            o -> {
              synchronized (tallies) {
                tallies.merge(o.kind(), new Tally(0, 0, 0).plus(o), (a, b) -> a.plus(o));
              }
            });
    return tallies;
  }

  private Outcome outcome(int seed) {
    FuzzInputs made = new FuzzInputs(seed);
    int kind = made.below(20);
    Of of = kind < 12 ? Of.CONDITION : kind < 17 ? Of.CONTRACT : kind < 19 ? Of.SCENARIO : Of.BYTES;
    List<String> input = new ArrayList<>();
    long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    try {
      boolean refused =
          switch (of) {
            case CONDITION -> condition(noted(made.condition(), input));
            case CONTRACT -> contract(noted(contractText(made), input));
            case SCENARIO -> scenario(noted(made.spoilt(SCENARIO, 1 + made.below(4)), input));
            case BYTES -> bytes(made.bytes(), input);
          };
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e9;
      assertThat(seconds).as("seconds of input %d: %s", seed, input).isLessThan(MOST_SECONDS);
      return new Outcome(of, refused, seconds);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | IOException e) {
      throw new AssertionError("input " + seed + ": " + input, e);
    }
  }

  private static String noted(String text, List<String> input) {
    input.add(text);
    return text;
  }

  private String contractText(FuzzInputs made) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i <= made.below(2); i++) {
      text.append(made.one(clauses)).append('\n');
    }
    return made.spoilt(text.toString(), made.below(4));
  }

  private static boolean condition(String text) {
    Issues issues = new Issues();
    issues.source("fuzz.yaml", text);
    PredicateCompiler compiler =
        new PredicateCompiler(
            SubjectKind.ROUTE, java.util.Set.of("term.open_one", "event.it_happens"), issues);
    Node node = new Node.Scalar(new Mark("fuzz.yaml", 1, 1), text, false);
    Optional<Predicate> read = compiler.compile(node, "'require'");
    assertThat(read.isPresent()).isNotEqualTo(issues.any());
    issues.render();
    read.ifPresent(
        predicate ->
            subjects()
                .forEach(
                    facts -> {
                      predicate.test(facts);
                      predicate.missing(facts);
                      predicate.failing(facts).forEach(p -> p.values(facts));
                    }));
    return issues.any();
  }

  private static List<Facts> subjects() {
    return List.of(
        new Facts(SubjectKind.ROUTE, Map.of()),
        new Facts(
            SubjectKind.ROUTE,
            Map.of(
                "owner", "openai",
                "hop.to", "model",
                "target.provider", "azure",
                "chain", List.of("client", "aws", "azure"),
                "chain_regions", List.of("client", "aws/a", "azure/b"),
                "call.state", "stateless",
                "term.open_one", true)));
  }

  private static boolean contract(String text) {
    Issues issues = new Issues();
    Optional<Contract> read =
        Document.parse("fuzz.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
    assertThat(read.isPresent() || issues.any()).isTrue();
    issues.render();
    read.ifPresent(FuzzTest::apply);
    return issues.any();
  }

  private static void apply(Contract contract) {
    Contracts contracts = new Contracts(List.of(contract));
    contracts.changesBetween(NOW, NOW.plusSeconds(1));
    contracts.quotas(NOW, NOW.plusSeconds(1));
    subjects().forEach(facts -> contracts.judge(facts, NOW));
    contracts.judge(new Facts(SubjectKind.PLACEMENT, Map.of("component", "model")), NOW);
  }

  private boolean scenario(String text) throws IOException {
    if (SCRATCH.get() == null || !SCRATCH.get().startsWith(folder)) {
      SCRATCH.set(Files.createTempFile(folder, "fuzz", ".yaml"));
    }
    return refusesFile(Files.writeString(SCRATCH.get(), encodable(text)));
  }

  /** Halves of pairs have no UTF-8. */
  private static String encodable(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private boolean bytes(byte[] bytes, List<String> input) throws IOException {
    input.add(java.util.HexFormat.of().formatHex(bytes));
    if (SCRATCH.get() == null || !SCRATCH.get().startsWith(folder)) {
      SCRATCH.set(Files.createTempFile(folder, "fuzz", ".yaml"));
    }
    Path file = Files.write(SCRATCH.get(), bytes);
    Issues issues = new Issues();
    Optional<Contract> read = ContractFile.read(file, issues);
    assertThat(read.isPresent() || issues.any()).isTrue();
    return refusesFile(file);
  }

  private static boolean refusesFile(Path file) {
    try {
      ScenarioFile.read(file);
      return false;
    } catch (InputException e) {
      return true;
    }
  }
}
