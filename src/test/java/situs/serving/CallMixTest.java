package situs.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture;
import situs.model.FrontierWorkload;
import situs.model.ModelShape;
import situs.model.Provenance;
import situs.serving.CallMix.Kind;

class CallMixTest {
  private static final FrontierWorkload SESSIONS =
      ScenarioFixture.frontier("agents", "api", "owner");

  private static ModelShape limited(int maxContext) {
    return new ModelShape(
        "m",
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        maxContext,
        1,
        "fp8",
        java.util.OptionalInt.empty(),
        java.util.OptionalInt.empty(),
        Provenance.assumed("this test"));
  }

  @Test
  void aCallHasOnAverageAsManyBeforeItAsASessionHasLessOne() {
    // 2 * 3 = 6 calls. No limit in sight: first calls are 1 in 6; the others have (6 - 1) / (5/6) =
    // 6 before them on average, 2,000 + 6 * 400 tokens of context. 0.9 of them find it cached.
    CallMix mix = CallMix.sessions(SESSIONS, limited(100_000_000));
    assertThat(mix.kinds()).hasSize(3);
    Kind first = mix.kinds().get(0);
    assertThat(first.share()).isCloseTo(1.0 / 6, within(1e-9));
    assertThat(first.promptTokens()).isCloseTo(2300, within(1e-6));
    Kind hit = mix.kinds().get(1);
    assertThat(hit.share()).isCloseTo(5.0 / 6 * 0.9, within(1e-9));
    assertThat(hit.cachedTokens()).isCloseTo(4400, within(1e-6));
    assertThat(hit.promptTokens()).isEqualTo(300);
    Kind miss = mix.kinds().get(2);
    assertThat(miss.cachedTokens()).isZero();
    assertThat(miss.promptTokens()).isCloseTo(4700, within(1e-6));
  }

  @Test
  void compactionKeepsTheContextBelowTheLimit() {
    // 8,000 tokens: the 16th call would begin at 2,000 + 15 * 400 = 8,000 and not fit; cycle 15.
    CallMix mix = CallMix.sessions(longSessions(), limited(8_000));
    SplittableRandom random = new SplittableRandom(7);
    double calls = 0;
    double firsts = 0;
    double contextOfOthers = 0;
    for (int session = 0; session < 200_000; session++) {
      double context = 2000;
      boolean first = true;
      do {
        if (context + 400 > 8_000) {
          context = 2000;
          first = true;
        }
        calls++;
        firsts += first ? 1 : 0;
        contextOfOthers += first ? 0 : context;
        context += 400;
        first = false;
      } while (random.nextDouble() >= 1.0 / 60);
    }
    assertThat(mix.kinds().get(0).share()).isCloseTo(firsts / calls, within(0.002));
    assertThat(mix.kinds().get(1).cachedTokens())
        .isCloseTo(contextOfOthers / (calls - firsts), within(25.0));
  }

  private static FrontierWorkload longSessions() {
    var s = SESSIONS.session();
    return new FrontierWorkload(
        SESSIONS.name(),
        SESSIONS.calls(),
        SESSIONS.channel(),
        SESSIONS.demand(),
        new FrontierWorkload.Session(
            20,
            3,
            s.context(),
            s.append(),
            s.output(),
            s.cacheHit(),
            s.toolTimeS(),
            s.thinkTimeS(),
            s.state(),
            s.stateGib(),
            s.onOutage()),
        SESSIONS.runtime(),
        SESSIONS.callState(),
        SESSIONS.objectives());
  }
}
