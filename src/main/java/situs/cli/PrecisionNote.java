package situs.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import situs.experiment.Experiment;
import situs.experiment.Sequential;
import situs.stats.Precision;

/** What became of {@code --precision}. */
final class PrecisionNote {
  private static final int SHOWN = 5;

  /** More replications than anybody would wait for: the mean is 0, or nearly. */
  private static final double NEVER = 1e9;

  private PrecisionNote() {}

  static void tell(
      Experiment experiment, Precision precision, List<Sequential.Wide> wide, PrintWriter err) {
    String head =
        "situs: "
            + experiment.scenario().name()
            + ": after "
            + experiment.scenario().replications()
            + " replications ";
    String wanted = percent(precision.relative());
    if (wide.isEmpty()) {
      err.println(head + "every interval is within " + wanted + " of its mean");
    } else {
      err.println(
          head
              + wide.size()
              + (wide.size() == 1 ? " interval is" : " intervals are")
              + " wider than "
              + wanted
              + ":");
      wide.stream().limit(SHOWN).forEach(w -> err.println("  " + words(w)));
      if (wide.size() > SHOWN) {
        err.println("  and " + (wide.size() - SHOWN) + " more");
      }
    }
    err.flush();
  }

  private static String words(Sequential.Wide wide) {
    String what = wide.criterion().words() + " under " + wide.strategy();
    return wide.wouldTake() > NEVER
        ? what + ": its mean is 0 or nearly, and no number of replications is enough"
        : what
            + " has "
            + percent(wide.relative())
            + " and would take about "
            + String.format(Locale.ROOT, "%,.0f", wide.wouldTake())
            + " replications";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g %%", 100 * share);
  }
}
