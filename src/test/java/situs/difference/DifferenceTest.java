package situs.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.document.InputException;

/** On folders written by hand. */
class DifferenceTest {
  private static final String SUMMARY =
      "strategy,cost_usd_per_day,cost_ci95_usd_per_day,standing\n";
  private static final String CLAUSES = "strategy,contract,clause,reading,requests\n";
  private static final String COSTS =
      "x_Strategy,x_Workload,ProviderName,RegionId,ChargeDescription,x_Purchase,BilledCost,"
          + "ConsumedQuantity,ChargePeriodStart,ChargePeriodEnd\n";
  private static final String INPUT =
      "{\"seed\": 1, \"inputs\": [{\"file\": \"%s\", \"sha256\": \"%s\"}]}";

  @TempDir Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void equalFolders() throws IOException {
    before = Files.createDirectory(folder.resolve("before"));
    after = Files.createDirectory(folder.resolve("after"));
    for (Path each : new Path[] {before, after}) {
      write(each, "manifest.json", INPUT.formatted("a.yaml", "11"));
      write(each, "summary.csv", SUMMARY + "home,100,3,compliant\n");
      write(each, "violations.csv", CLAUSES);
    }
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private Difference difference(double tolerance) {
    return Difference.between(before, after, tolerance);
  }

  @Test
  void equalFoldersDoNotDiffer() {
    assertThat(difference(0).origins()).isEmpty();
    assertThat(difference(0).results()).isEmpty();
  }

  @Test
  void aChangeBeyondItsIntervalIsMoreThanChance() throws IOException {
    // The interval of the difference: sqrt(3^2 + 4^2) = 5.
    write(after, "summary.csv", SUMMARY + "home,105,4,compliant\n");
    assertThat(difference(0).results().get(0).beyondChance()).contains(false);
    write(after, "summary.csv", SUMMARY + "home,105.01,4,compliant\n");
    Change change = difference(0).results().get(0);
    assertThat(change.beyondChance()).contains(true);
    assertThat(change.difference().orElseThrow()).isEqualByComparingTo("5.01");
    assertThat(change.share()).contains(0.0501);
    assertThat(difference(0.06).results()).isEmpty();
    assertThat(difference(0.06).tolerated()).isEqualTo(1);
  }

  @Test
  void aValueThatBecameUnknownIsNotWithinAnyTolerance() throws IOException {
    write(after, "summary.csv", SUMMARY + "home,,,compliant\n");
    Change change = difference(0.99).results().get(0);
    assertThat(change.after().text()).isEmpty();
    assertThat(change.share()).isEmpty();
    assertThat(change.beyondChance()).isEqualTo(Optional.empty());
  }

  @Test
  void anotherStandingIsAChange() throws IOException {
    write(after, "summary.csv", SUMMARY + "home,100,3,breach\n");
    assertThat(difference(0).results())
        .singleElement()
        .satisfies(c -> assertThat(c.quantity()).isEqualTo("standing"))
        .satisfies(c -> assertThat(c.after().text()).isEqualTo("breach"));
  }

  @Test
  void aClauseThatObjectsNowIsCountedBySubjectsAndRequests() throws IOException {
    write(
        after,
        "violations.csv",
        CLAUSES + "home,supply,on-alpha,letter,10\nhome,supply,on-alpha,letter,2.5\n");
    assertThat(difference(0).results())
        .extracting(c -> c.part() + "/" + c.subject() + "/" + c.quantity() + "/" + c.after().text())
        .containsExactly(
            "clause/supply on-alpha letter/subjects/2",
            "clause/supply on-alpha letter/requests/12.5");
  }

  @Test
  void costLinesOfOtherLengthsAreComparedByTheDay() throws IOException {
    String day =
        "home,api,alpha,north,big,on-demand,48,24,2026-03-18T00:00:00Z,2026-03-19T00:00:00Z\n";
    String half =
        "home,api,alpha,north,big,on-demand,24,12,2026-03-18T00:00:00Z,2026-03-18T12:00:00Z\n";
    write(before, "costs.csv", COSTS + day);
    write(after, "costs.csv", COSTS + half);
    assertThat(difference(0).results()).isEmpty();
    write(after, "costs.csv", COSTS + half.replace(",24,12,", ",30,12,"));
    assertThat(difference(0).results())
        .singleElement()
        .satisfies(c -> assertThat(c.subject()).isEqualTo("api alpha north big on-demand"))
        .satisfies(c -> assertThat(c.difference().orElseThrow()).isEqualByComparingTo("12"));
  }

  @Test
  void theLineThatChangedMostComesFirst() throws IOException {
    String line =
        "home,api,alpha,north,%s,on-demand,%d,1,2026-03-18T00:00:00Z,2026-03-19T00:00:00Z\n";
    write(before, "costs.csv", COSTS + line.formatted("small", 1) + line.formatted("big", 1000));
    write(after, "costs.csv", COSTS + line.formatted("small", 2) + line.formatted("big", 1100));
    assertThat(difference(0).results().get(0).subject()).contains("big");
  }

  @Test
  void aFileOfTheSameContentElsewhereIsTheSameInput() throws IOException {
    write(after, "manifest.json", INPUT.formatted("other/a.yaml", "11"));
    assertThat(difference(0).causes()).isEmpty();
    write(after, "manifest.json", INPUT.formatted("a.yaml", "22"));
    assertThat(difference(0).causes()).containsExactly(Cause.INPUTS);
  }

  @Test
  void aManifestThatEndsTooSoonIsSaidToBeBroken() throws IOException {
    write(after, "manifest.json", "{\"seed\": 1, ");
    assertThatThrownBy(() -> difference(0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("manifest.json' is not one whole JSON object")
        .hasMessageNotContaining("java.");
  }

  @Test
  void aTableThatOneFolderLacksIsNoChangeOfResults() throws IOException {
    write(before, "costs.csv", COSTS);
    assertThatThrownBy(() -> difference(0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("after' has no costs.csv, and");
  }

  @Test
  void aColumnOfAnotherNameIsAChangeOfVersion() throws IOException {
    write(
        after,
        "summary.csv",
        SUMMARY.replace("cost_usd_per_day", "cost_usd_day") + "home,100,3,compliant\n");
    assertThat(difference(0).results()).isEmpty();
    assertThat(difference(0).causes()).containsExactly(Cause.VERSION);
    assertThat(difference(0).origins())
        .extracting(c -> c.quantity() + "/" + c.before().text() + "/" + c.after().text())
        .containsExactly(
            "summary.csv column cost_usd_per_day, not compared/there/",
            "summary.csv column cost_usd_day, not compared//there");
  }

  @Test
  void rowsThatAreAboutNobodyKnowsWhatAreRefused() throws IOException {
    write(after, "summary.csv", SUMMARY.replace("strategy", "stategy") + "home,100,3,compliant\n");
    assertThatThrownBy(() -> difference(0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("summary.csv' has no column 'strategy'; did you mean 'stategy'?");
  }

  @Test
  void whatIsNoNumberIsToldWithItsPlace() throws IOException {
    write(after, "summary.csv", SUMMARY + "home,cheap,3,compliant\n");
    assertThatThrownBy(() -> difference(0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("summary.csv:2: cost_usd_per_day is 'cheap', which is no number");
  }
}
