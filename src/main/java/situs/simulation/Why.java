package situs.simulation;

import java.util.ArrayList;
import java.util.List;
import situs.model.Cause;

/**
 * Why traffic takes a route, and who else would have had room for it.
 *
 * @param room the watched providers that had room, a bit each
 */
record Why(Cause cause, int room) {
  private static final int CAUSES = Cause.values().length;
  private static final int MOST_WATCHED = 8;

  /** How many there are when so many providers are watched. */
  static int count(int watched) {
    if (watched > MOST_WATCHED) {
      throw new IllegalArgumentException(
          "at most " + MOST_WATCHED + " providers can have a right of first refusal in a run");
    }
    return CAUSES << watched;
  }

  /** All of them, by number. */
  static Why[] all(int watched) {
    Why[] all = new Why[count(watched)];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Why(Cause.values()[i % CAUSES], i / CAUSES);
    }
    return all;
  }

  /** From 0 to below the count. */
  int number() {
    return number(cause, room);
  }

  static int number(Cause cause, int room) {
    return room * CAUSES + cause.ordinal();
  }

  /** The watched providers that had room. */
  List<String> roomAt(List<String> watched) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < watched.size(); i++) {
      if ((room & 1 << i) != 0) {
        names.add(watched.get(i));
      }
    }
    return names;
  }
}
