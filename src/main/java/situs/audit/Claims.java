package situs.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.contract.Judgement;
import situs.contract.Remedy;

/** What breaks each clause that has a remedy, all subjects together. */
final class Claims {
  private final Map<Ground, Claimed> claims = new LinkedHashMap<>();

  private record Claimed(Remedy remedy, Breach breach) {}

  /** Adds what was seen in a stretch of time, where a reading objects to it. */
  void add(Judgement judgement, Usage usage, Period period) {
    if (judgement.verdict().objects()) {
      judgement
          .clause()
          .remedy()
          .ifPresent(remedy -> of(judgement, remedy).breach().add(usage, period));
    }
  }

  private Claimed of(Judgement judgement, Remedy remedy) {
    return claims.computeIfAbsent(
        Ground.of(judgement), ground -> new Claimed(remedy, new Breach()));
  }

  /** What they come to, by clause and reading. */
  List<Claim> all(Exposure exposure) {
    return claims.entrySet().stream()
        .map(
            claim ->
                new Claim(
                    claim.getKey().contract(),
                    claim.getKey().clause(),
                    claim.getKey().reading(),
                    exposure.of(claim.getValue().breach(), claim.getValue().remedy())))
        .toList();
  }
}
