package situs.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import situs.contract.Measured.Counted;
import situs.contract.Measured.Stretch;
import situs.document.MapReader;
import situs.document.Node;

/**
 * {@code colocation} and {@code separation} of placements: each that the clause speaks of has one
 * of another kind in its region, country or provider, or has none.
 *
 * @param in what two places are to share, or not: {@code region}
 * @param with the other kind
 */
record Apart(boolean together, String in, Predicate with) implements TotalRule {
  static final Kind COLOCATION =
      kind("colocation", "each placement that the clause speaks of has one of `with` in the same");
  static final Kind SEPARATION =
      kind("separation", "no placement that the clause speaks of has one of `with` in the same");

  private static Kind kind(String key, String kept) {
    return new Kind(
        key,
        List.of(SubjectKind.PLACEMENT),
        kept + " provider, region, country or geography",
        List.of(
            "in: `provider`, `region`, `country` or `geography`",
            "with: condition on the other placements"),
        """
        over: placement
        when: component == "runtime"
        %s: {in: region, with: component == "model"}
        """
            .formatted(key),
        (value, wording) -> read(key, value, wording));
  }

  private static Optional<Apart> read(String key, Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'" + key + "'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<String> in = RuleKeys.place(keys);
    Optional<Predicate> with =
        keys.requiredNode("with", "component == \"model\"")
            .flatMap(node -> wording.compile(node, "'with'"));
    keys.done();
    boolean together = key.equals("colocation");
    return in.flatMap(i -> with.map(w -> new Apart(together, i, w)));
  }

  @Override
  public String words() {
    return "%s with %s in the same %s".formatted(together ? "one" : "none", with.text(), in);
  }

  @Override
  public List<Predicate> predicates() {
    return List.of(with);
  }

  /** What comes to the placements concerned. */
  @Override
  public Set<Remedy.Per> seen(SubjectKind over) {
    return Remedy.Per.OF_TRAFFIC;
  }

  @Override
  public Optional<String> toKeep(BigDecimal lacking, BigDecimal whole) {
    return Optional.of(
        together
            ? "one with " + with.text() + " must stand in its " + in + ", or it where one does"
            : "it, or what it must be apart from, must stand in another " + in);
  }

  @Override
  public List<Total> totals(Measured measured) {
    List<Total> totals = new ArrayList<>();
    for (Stretch stretch : measured.periods(Optional.empty())) {
      for (Counted one : stretch.counted()) {
        totals.add(total(stretch, one, measured));
      }
    }
    return totals;
  }

  @Override
  public boolean isOf(Total total, Counted counted) {
    return counted.sighting().name().equals(total.what());
  }

  private Total total(Stretch stretch, Counted one, Measured measured) {
    Truth shares = Truth.FALSE;
    String other = "";
    for (Sighting candidate : measured.all()) {
      if (!candidate.name().equals(one.sighting().name()) && sharesPlace(one, candidate)) {
        Truth is = with.test(candidate.facts());
        other = is == Truth.TRUE && other.isEmpty() ? candidate.name() : other;
        shares = shares.or(is);
      }
    }
    Truth kept = together ? shares : shares.not();
    return Total.of(one.sighting().name(), stretch, verdict(kept, one.in(), other));
  }

  private boolean sharesPlace(Counted one, Sighting candidate) {
    String fact = "placement." + in;
    Object place = one.sighting().facts().values().get(fact);
    return place != null && place.equals(candidate.facts().values().get(fact));
  }

  private Verdict verdict(Truth kept, Truth applies, String other) {
    if (kept == Truth.TRUE) {
      return new Verdict.Satisfied("kept");
    }
    if (kept == Truth.UNKNOWN || applies != Truth.TRUE) {
      String names = String.join(", ", with.facts());
      return new Verdict.Undetermined(names, "cannot be told without " + names);
    }
    return new Verdict.Violated(
        together
            ? "nothing with " + with.text() + " is in the same " + in
            : other + " is in the same " + in);
  }
}
