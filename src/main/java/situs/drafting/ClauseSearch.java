package situs.drafting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import situs.contract.Branch;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Doubt;
import situs.contract.Examination;
import situs.contract.FactSpace;
import situs.contract.Facts;
import situs.document.Mark;

/**
 * Examines a clause under every reading, at every date, of every subject that it can tell apart.
 */
final class ClauseSearch {
  private final Contracts contracts;
  private final Contract contract;
  private final Clause clause;
  private final Mark at;
  private final Findings findings;
  private final Set<Branch> taken = new LinkedHashSet<>();
  private final Map<String, List<String>> words = new LinkedHashMap<>();
  private final Overlaps overlaps = new Overlaps();
  private final Map<List<String>, Examination> conflicts = new LinkedHashMap<>();

  ClauseSearch(Contracts contracts, Contract contract, Clause clause, Mark at, Findings findings) {
    this.contracts = contracts;
    this.contract = contract;
    this.clause = clause;
    this.at = at;
    this.findings = findings;
  }

  void through(FactSpace space) {
    for (String reading : contracts.readings()) {
      words.put(reading, new ArrayList<>());
      for (Instant date : space.dates()) {
        for (Facts facts : space.subjects()) {
          examine(reading, facts, date);
        }
      }
    }
    conflicts.forEach(this::disagreeing);
    overlaps.agreeing().forEach(this::overlapping);
    untaken();
    alike();
  }

  private void examine(String reading, Facts facts, Instant date) {
    Examination one = Examination.of(contracts, contract, clause, reading, facts, date);
    taken.addAll(one.branches());
    words.get(reading).add(one.word());
    boolean disagree = one.word().equals(Examination.CONFLICTING);
    overlaps.add(one.exceptions(), disagree, facts);
    if (disagree) {
      conflicts.putIfAbsent(one.exceptions(), one);
    }
  }

  private void disagreeing(List<String> exceptions, Examination one) {
    String which = String.join(", ", exceptions);
    add(Doubt.EXCEPTIONS_DISAGREE, which, "clause '%s': %s", clause.id(), one.why().text());
  }

  private void overlapping(Overlaps.Pair pair) {
    add(
        Doubt.EXCEPTIONS_OVERLAP,
        pair.one() + ", " + pair.other(),
        "clause '%s': exceptions '%s' and '%s' both apply where %s, and say the same; %s",
        clause.id(),
        pair.one(),
        pair.other(),
        FactSpace.shown(pair.witness()),
        pair.idle()
            .map("'%s' never applies alone: delete it, or mend its condition"::formatted)
            .orElse("one may be meant narrower"));
  }

  /** Outcomes that no subject has. */
  private void untaken() {
    for (Branch branch : Examination.branches(contract, contracts.readings())) {
      if (branch.clause().equals(clause.id()) && !taken.contains(branch)) {
        String what = branch.what().isEmpty() ? "the reading" : branch.what();
        add(
            Doubt.ONE_SIDED,
            what,
            "clause '%s'%s: no subject at any date has '%s'; delete it, or mend the condition",
            clause.id(),
            branch.reading().isEmpty() ? "" : " by '" + branch.reading() + "'",
            what);
      }
    }
  }

  /** Readings that are written apart and never say anything different. */
  private void alike() {
    List<String> own = clause.readings().keySet().stream().filter(words::containsKey).toList();
    for (int i = 0; i < own.size(); i++) {
      for (int j = i + 1; j < own.size(); j++) {
        if (words.get(own.get(i)).equals(words.get(own.get(j)))) {
          add(
              Doubt.READINGS_ALIKE,
              own.get(i) + ", " + own.get(j),
              "clause '%s': readings '%s' and '%s' never differ; write one, or what sets them apart",
              clause.id(),
              own.get(i),
              own.get(j));
        }
      }
    }
  }

  private void add(Doubt doubt, String about, String message, Object... arguments) {
    findings.add(at, doubt, clause, about, message.formatted(arguments));
  }
}
