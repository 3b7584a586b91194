package situs.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.model.Episode;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Span;

/**
 * What went over each route, episode by episode. Routes are few, requests many: a route is interned
 * once and then counted by number, and a request touches arrays only. At a change of the clauses in
 * force the counts so far are set aside, so that each side can be judged by its own.
 */
final class RouteLedger {
  /** What is counted apart. */
  private record Key(Route route, List<String> roomAt) {}

  private final Map<Key, Integer> ids = new LinkedHashMap<>();
  private final List<List<RouteUse>> closed = new ArrayList<>();
  private final List<List<Episode>> over = new ArrayList<>();

  /** Of the episode that lasts: none where nothing is counted. */
  private long[] requests = new long[64];

  private long[] tokens = new long[64];
  private double[] first = new double[64];
  private double[] last = new double[64];

  /** Of all episodes. */
  private double[] bytesOut = new double[64];

  private double[] bytesBack = new double[64];

  /** The number of a route while these providers had room too. */
  int id(Route route, List<String> roomAt) {
    Key key = new Key(route, roomAt);
    Integer known = ids.get(key);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    ids.put(key, id);
    over.add(new ArrayList<>());
    if (id == requests.length) {
      requests = Arrays.copyOf(requests, 2 * id);
      tokens = Arrays.copyOf(tokens, 2 * id);
      bytesOut = Arrays.copyOf(bytesOut, 2 * id);
      bytesBack = Arrays.copyOf(bytesBack, 2 * id);
      first = Arrays.copyOf(first, 2 * id);
      last = Arrays.copyOf(last, 2 * id);
    }
    return id;
  }

  /** Counts a round trip; {@code measuredS} from the start of the measured window, and rising. */
  void add(int id, double measuredS, long tokenCount, double out, double back) {
    if (requests[id] > 0 && measuredS - last[id] > Span.TOGETHER_S) {
      endEpisode(id);
    }
    if (requests[id]++ == 0) {
      first[id] = measuredS;
    }
    last[id] = measuredS;
    tokens[id] += tokenCount;
    bytesOut[id] += out;
    bytesBack[id] += back;
  }

  private void endEpisode(int id) {
    over.get(id).add(new Episode(first[id], last[id], requests[id], tokens[id]));
    requests[id] = 0;
    tokens[id] = 0;
  }

  /** Sets the counts so far aside and starts anew. */
  void closePeriod() {
    List<RouteUse> used = new ArrayList<>();
    for (Map.Entry<Key, Integer> entry : ids.entrySet()) {
      int id = entry.getValue();
      if (requests[id] > 0) {
        endEpisode(id);
        used.add(
            new RouteUse(
                entry.getKey().route(),
                over.get(id),
                bytesOut[id],
                bytesBack[id],
                entry.getKey().roomAt()));
      }
    }
    closed.add(used);
    clearCounts();
  }

  /** Forgets everything counted so far. */
  void restart() {
    closed.clear();
    clearCounts();
  }

  private void clearCounts() {
    over.forEach(List::clear);
    Arrays.fill(requests, 0);
    Arrays.fill(tokens, 0);
    Arrays.fill(bytesOut, 0);
    Arrays.fill(bytesBack, 0);
  }

  /** All that was set aside, by period and then in order of first sight. */
  List<List<RouteUse>> periods() {
    return List.copyOf(closed);
  }
}
