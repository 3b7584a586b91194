package situs.placement;

import java.util.List;

/** What a strategy of your own has to say: which prospects an ask may use, the best first. */
@FunctionalInterface
public interface Ranking {

  /**
   * A prospect with an opinion of it.
   *
   * @param used whether it may be used at all
   * @param why shown to the reader of the placement, or of what found no place
   */
  record Ranked(Prospect prospect, boolean used, String why) {

    /** May be used, at this place in the order. */
    public static Ranked use(Prospect prospect, String why) {
      return new Ranked(prospect, true, why);
    }

    /** Must not be used. */
    public static Ranked refuse(Prospect prospect, String why) {
      return new Ranked(prospect, false, why);
    }
  }

  /**
   * A pure function of its arguments.
   *
   * @param prospects in the order of the scenario
   * @return the best first; prospects that are missing are not used
   */
  List<Ranked> rank(Ask ask, List<Prospect> prospects);
}
