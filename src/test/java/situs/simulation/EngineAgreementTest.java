package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.ValidityPage;
import situs.catalog.Catalog;
import situs.model.Disaggregation;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.ModelWorkload.Scheduler;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;

/**
 * What simulations run on against the engine that steps every iteration: the same requests, and
 * each one's first token, time per output token and end the same.
 */
class EngineAgreementTest {
  private static final int REQUESTS = 1200;
  private static final double ALLOWED = 1e-3;
  private static final int AMPLE = 1_600_000;

  /** Of the order of a 70B model on 8 H100: 10 ms an iteration, 46 us a prompt token. */
  private static final IterationTime TERMS =
      IterationTime.of(Worlds.profile(new ThreeTerms(9.8e-3, 37e-6, 14e-9, 9.2e-3, 46e-6, 0.5e-9)));

  private static final IterationTime LARGE = catalogue("Llama-3.1-70B", "H100-SXM", 8, "fp8");
  private static final IterationTime SMALL = catalogue("Llama-3.1-8B", "L40S", 1, "bfloat16");

  private static final Batching CHUNKED = new Batching(256, 2048, 1);
  private static final Batching SMALL_CHUNKS = with(CHUNKED, 1024, 256);
  private static final Batching PROMPTS_FIRST =
      new Batching(Scheduler.PREFILL_FIRST, 256, 8192, 8192, KvMemory.DEFAULT, Optional.empty(), 1);

  private static final Batching SEPARATE = CHUNKED.with(new Disaggregation(1, 1, 50e9, 1e-3));
  private static final Batching THREE_DECODE = CHUNKED.with(new Disaggregation(1, 3, 50e9, 1e-3));

  /** A transfer of 1,000 tokens takes as long as five iterations. */
  private static final Batching SLOW_LINK = CHUNKED.with(new Disaggregation(1, 2, 3e9, 5e-3));

  private record Case(String name, IterationTime time, Batching batching, Load load) {}

  private record Load(
      double perSecond, int prompt, int output, int kvTokens, int replicas, boolean preempts) {
    Load(double perSecond, int prompt, int output) {
      this(perSecond, prompt, output, AMPLE, 1, false);
    }
  }

  private static final Load LIGHT = new Load(0.5, 1000, 130);
  private static final Load STEADY = new Load(5, 1000, 130);
  private static final Load BUSY = new Load(14, 1000, 130);
  private static final Load OVERLOAD = new Load(40, 1000, 130);
  private static final Load LONG_PROMPTS = new Load(0.5, 20_000, 300);
  private static final Load LONG_OUTPUTS = new Load(3, 200, 2000);
  private static final Load TIGHT = new Load(8, 500, 400, 24_000, 1, true);
  private static final Load TIGHT_LONG_OUTPUTS = new Load(3, 100, 1500, 30_000, 1, true);
  private static final Load TIGHT_THREE = new Load(20, 500, 400, 24_000, 3, true);
  private static final Load THREE = new Load(30, 1000, 130, AMPLE, 3, false);

  private static final Load TWO = new Load(5, 1000, 130, AMPLE, 2, false);
  private static final Load FOUR = new Load(30, 1000, 130, AMPLE, 4, false);
  private static final Load SIX_BUSY = new Load(40, 1000, 130, AMPLE, 6, false);
  private static final Load TIGHT_TWO = new Load(8, 500, 400, 24_000, 2, true);
  private static final Load TIGHT_FOUR = new Load(20, 500, 400, 24_000, 4, true);
  private static final Load TIGHT_THREE_LONG = new Load(6, 100, 1500, 30_000, 3, true);

  private static final Load TALK = new Load(8, 300, 100, AMPLE, 3, false);
  private static final Load TIGHT_TALK = new Load(20, 300, 300, 34_000, 3, true);

  private static IterationTime catalogue(String model, String gpu, int parallel, String weights) {
    return IterationTime.of(
        Catalog.standard().profiles().stream()
            .filter(p -> p.model().equals(model) && p.accelerator().equals(gpu))
            .filter(p -> p.parallel() == parallel && p.weights().equals(weights))
            .findFirst()
            .orElseThrow());
  }

  private static Batching with(Batching b, int tokenBudget, int chunk) {
    return new Batching(
        b.scheduler(),
        b.maxSequences(),
        tokenBudget,
        chunk,
        b.memory(),
        b.prefixCaching(),
        b.queueLimit());
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Batching batching : List.of(CHUNKED, SMALL_CHUNKS, PROMPTS_FIRST)) {
      String name = name(batching);
      cases.add(new Case("light, " + name, LARGE, batching, LIGHT));
      cases.add(new Case("steady, " + name, TERMS, batching, STEADY));
      cases.add(new Case("busy, " + name, LARGE, batching, BUSY));
      cases.add(new Case("overload, " + name, TERMS, batching, OVERLOAD));
      cases.add(new Case("long prompts, " + name, LARGE, batching, LONG_PROMPTS));
      cases.add(new Case("long outputs, " + name, TERMS, batching, LONG_OUTPUTS));
      cases.add(new Case("3 replicas, " + name, LARGE, batching, THREE));
      cases.add(new Case("tight, " + name, LARGE, batching, TIGHT));
      cases.add(new Case("tight outputs, " + name, TERMS, batching, TIGHT_LONG_OUTPUTS));
      cases.add(new Case("tight, no watermark, " + name, SMALL, noWatermark(batching), TIGHT));
      cases.add(new Case("tight, 3 replicas, " + name, LARGE, batching, TIGHT_THREE));
      cases.add(new Case("tight, reserved, " + name, LARGE, reserved(batching), without(TIGHT)));
    }
    for (Batching batching : List.of(CHUNKED, PROMPTS_FIRST)) {
      Batching keeping = batching.with(Optional.of(new PrefixCaching(60, 0.3)));
      String name = "conversations, " + name(batching);
      cases.add(new Case(name, LARGE, keeping, TALK));
      cases.add(new Case(name + ", tight", LARGE, keeping, TIGHT_TALK));
    }
    cases.addAll(disaggregated());
    cases.add(new Case("4 at a time", TERMS, new Batching(4, 2048, 1), new Load(2, 1000, 130)));
    cases.add(new Case("1 at a time", TERMS, new Batching(1, 2048, 1), new Load(0.4, 1000, 130)));
    return cases;
  }

  private static List<Case> disaggregated() {
    return List.of(
        new Case("1 prefills, 1 decodes", LARGE, SEPARATE, TWO),
        new Case("1 prefills, 3 decode", TERMS, THREE_DECODE, FOUR),
        new Case("2 prefill, 4 decode, slow link", LARGE, SLOW_LINK, SIX_BUSY),
        new Case("1 prefills, 1 decodes, tight", LARGE, SEPARATE, TIGHT_TWO),
        new Case("1 prefills, 3 decode, tight", LARGE, THREE_DECODE, TIGHT_FOUR),
        new Case("slow link, tight outputs", TERMS, SLOW_LINK, TIGHT_THREE_LONG),
        new Case("tight, no watermark, slow link", SMALL, noWatermark(SLOW_LINK), TIGHT_THREE),
        new Case("tight, reserved, 3 decode", LARGE, reserved(THREE_DECODE), without(TIGHT_FOUR)));
  }

  private static String name(Batching b) {
    return b.scheduler() == Scheduler.PREFILL_FIRST ? "prompts first" : "chunks of " + b.chunk();
  }

  private static Batching noWatermark(Batching b) {
    return b.with(new KvMemory(KvPolicy.PREEMPT, 0));
  }

  private static Batching reserved(Batching b) {
    return b.with(new KvMemory(KvPolicy.RESERVE, 0));
  }

  private static Load without(Load l) {
    return new Load(l.perSecond(), l.prompt(), l.output(), l.kvTokens(), l.replicas(), false);
  }

  @Test
  @Tag("validity-page")
  void everyRequestMeetsTheReference() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| requests | TTFT | TPOT | call | preemptions | tokens computed again | cache hits |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    List<Case> cases = cases();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(24);
    cases.forEach(c -> table.append(compare(c)));
    ValidityPage.section("engines", table.toString());
  }

  /** A line of the table. */
  private static String compare(Case c) {
    Load load = c.load();
    BatchRun run =
        BatchRun.random(
            REQUESTS,
            load.perSecond(),
            load.prompt(),
            load.output(),
            c.time(),
            c.batching(),
            load.kvTokens(),
            load.replicas());
    if (c.batching().prefixCaching().isPresent()) {
      run = run.inConversations(60, 6000);
    }
    BatchRun.Seen fast = run.fast();
    BatchRun.Seen plain = run.stepping();
    double ttft = 0;
    double tpot = 0;
    double call = 0;
    for (int i = 0; i < REQUESTS; i++) {
      double at = run.arrival()[i];
      ttft = Math.max(ttft, difference(fast.first()[i] - at, plain.first()[i] - at));
      call = Math.max(call, difference(fast.end()[i] - at, plain.end()[i] - at));
      if (run.output()[i] > 1) {
        tpot =
            Math.max(
                tpot,
                difference(fast.end()[i] - fast.first()[i], plain.end()[i] - plain.first()[i]));
      }
    }
    assertThat(List.of(ttft, tpot, call)).as(c.name()).allMatch(d -> d < ALLOWED);
    assertThat(fast.kv().preemptions()).as(c.name()).isEqualTo(plain.kv().preemptions());
    assertThat(fast.kv().recomputedTokens()).as(c.name()).isEqualTo(plain.kv().recomputedTokens());
    assertThat(fast.kv().waits()).as(c.name()).isEqualTo(plain.kv().waits());
    assertThat(fast.prefixes()).as(c.name()).isEqualTo(plain.prefixes());
    assertThat(fast.handovers().transfers())
        .as(c.name())
        .isEqualTo(plain.handovers().transfers())
        .matches(n -> n > 0 == c.batching().disaggregation().isPresent());
    assertThat(fast.prefixes().hits() >= 100)
        .as(c.name())
        .isEqualTo(c.batching().prefixCaching().isPresent());
    assertThat(fast.kv().preemptions() >= 20).as(c.name()).isEqualTo(load.preempts());
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %,d | %,d | %,d |%n",
        c.name(),
        shown(ttft),
        shown(tpot),
        shown(call),
        fast.kv().preemptions(),
        fast.kv().recomputedTokens(),
        fast.prefixes().hits());
  }

  /** Below that, what is left is the rounding of sums. */
  private static String shown(double difference) {
    return difference < 1e-9 ? "< 1e-09" : String.format(Locale.ROOT, "%.0e", difference);
  }

  private static double difference(double a, double b) {
    return Math.abs(a - b) / b;
  }
}
