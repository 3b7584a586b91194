package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import situs.audit.Standing;
import situs.contract.RivalReadings.Item;

/**
 * The least changes of readings that turn the standing of one placement. What is lawful turns where
 * one clause objects, so that the changes which concern one clause are all there is to try. What is
 * not turns where no clause does: as long as some clause objects, something that bears on it must
 * be read otherwise than so far, which is tried thing by thing. What was tried once is then left
 * out, and a number of changes is given up where more clauses object than changes are left, with
 * nothing in common that bears on them.
 */
final class Turns {
  private final Construals construals;
  private final List<Reviewed> subjects;
  private final Instant at;
  private final Map<String, Map<Map<Item, String>, Optional<Trouble>>> troubles = new HashMap<>();

  /**
   * What a clause has against a placement.
   *
   * @param subject its number; of several troubles the first is told
   */
  record Trouble(int subject, Opinion opinion) {}

  /** An item, read otherwise. */
  private record Change(Item item, String reading) {}

  Turns(Construals construals, List<Reviewed> subjects, Instant at) {
    this.construals = construals;
    this.subjects = subjects;
    this.at = at;
  }

  /** The first that a clause so read objects to, or cannot tell. */
  Optional<Trouble> first(Map<Item, String> read) {
    return construals.clauses().stream()
        .flatMap(clause -> trouble(clause, read).stream())
        .min(Comparator.comparing(Trouble::subject));
  }

  /** The first trouble with a clause however that is read; where there is none, the first. */
  Optional<Trouble> lasting() {
    construals.upTo(construals.most());
    return construals.clauses().stream()
        .filter(this::troublesInAllWays)
        .flatMap(clause -> trouble(clause, Map.of()).stream())
        .min(Comparator.comparing(Trouble::subject))
        .or(() -> first(Map.of()));
  }

  private boolean troublesInAllWays(String clause) {
    return IntStream.rangeClosed(0, construals.bearing(clause).size())
        .boxed()
        .flatMap(size -> construals.ways(clause, size).stream())
        .allMatch(way -> trouble(clause, way).isPresent());
  }

  /** Where it stands; with the changes that {@link #least} finds, or none. */
  Standing standing(Map<Item, String> read) {
    return construals.clauses().stream()
        .flatMap(clause -> subjects.stream().flatMap(s -> opinion(clause, read, s).stream()))
        .map(Opinion::standing)
        .reduce(Standing.COMPLIANT, Standing::worst);
  }

  private Optional<Opinion> opinion(String clause, Map<Item, String> read, Reviewed subject) {
    return construals
        .judge(clause, read, subject.facts(), at)
        .map(judgement -> Opinion.of(at, subject, judgement));
  }

  private Optional<Trouble> trouble(String clause, Map<Item, String> read) {
    return troubles
        .computeIfAbsent(clause, c -> new HashMap<>())
        .computeIfAbsent(construals.own(clause, read), own -> judged(clause, own));
  }

  private Optional<Trouble> judged(String clause, Map<Item, String> own) {
    return IntStream.range(0, subjects.size())
        .boxed()
        .flatMap(
            i ->
                opinion(clause, own, subjects.get(i))
                    .filter(opinion -> opinion.standing() != Standing.COMPLIANT)
                    .map(opinion -> new Trouble(i, opinion))
                    .stream())
        .findFirst();
  }

  /** The least changes after which it stands otherwise; none where no choice of readings does. */
  List<Map<Item, String>> least(int mostListed) {
    construals.upTo(0);
    return first(Map.of()).isPresent() ? toLawful(mostListed) : fromLawful(mostListed);
  }

  private List<Map<Item, String>> fromLawful(int mostListed) {
    for (int size = 1; size <= construals.most(); size++) {
      construals.upTo(size);
      Set<Map<Item, String>> found = new LinkedHashSet<>();
      for (String clause : construals.clauses()) {
        construals.ways(clause, size).stream()
            .filter(way -> trouble(clause, way).isPresent())
            .forEach(found::add);
      }
      if (!found.isEmpty()) {
        return found.stream().limit(mostListed).toList();
      }
    }
    return List.of();
  }

  private List<Map<Item, String>> toLawful(int mostListed) {
    for (int size = 1; ; size++) {
      construals.upTo(size);
      Search search = new Search(mostListed);
      boolean exhausted = search.from(Map.of(), Set.of(), size);
      if (!search.found.isEmpty() || exhausted) {
        return search.found;
      }
    }
  }

  /** For the changes of one number after which no clause objects. */
  private final class Search {
    private final List<Map<Item, String>> found = new ArrayList<>();
    private final int mostListed;

    Search(int mostListed) {
      this.mostListed = mostListed;
    }

    /**
     * @param tried changes of which nothing more is to be found
     * @param left how many more changes are allowed
     * @return whether more changes than allowed would find nothing more
     */
    boolean from(Map<Item, String> read, Set<Change> tried, int left) {
      Map<String, List<Change>> ways = new LinkedHashMap<>();
      for (String clause : construals.clauses()) {
        if (trouble(clause, read).isPresent()) {
          ways.put(clause, ways(clause, read, tried));
        }
      }
      if (ways.isEmpty()) {
        found.add(read);
        return true;
      }
      if (ways.values().stream().anyMatch(List::isEmpty)) {
        return true;
      }
      return apart(ways) <= left && branch(read, tried, left, fewest(ways));
    }

    private boolean branch(
        Map<Item, String> read, Set<Change> tried, int left, List<Change> changes) {
      boolean exhausted = true;
      Set<Change> done = new HashSet<>(tried);
      for (Change change : changes) {
        if (found.size() < mostListed) {
          Map<Item, String> more = new LinkedHashMap<>(read);
          more.put(change.item(), change.reading());
          exhausted &= from(more, Set.copyOf(done), left - 1);
          done.add(change);
        }
      }
      return exhausted;
    }
  }

  private List<Change> ways(String clause, Map<Item, String> read, Set<Change> tried) {
    return construals.bearing(clause).stream()
        .filter(item -> !read.containsKey(item))
        .flatMap(item -> construals.others(item).stream().map(r -> new Change(item, r)))
        .filter(change -> !tried.contains(change))
        .toList();
  }

  private static List<Change> fewest(Map<String, List<Change>> ways) {
    return ways.values().stream().min(Comparator.comparing(List::size)).orElseThrow();
  }

  /** No fewer changes than this will do: so many of these clauses have nothing in common. */
  private static int apart(Map<String, List<Change>> ways) {
    Set<Item> taken = new HashSet<>();
    int apart = 0;
    for (List<Change> changes : ways.values()) {
      List<Item> items = changes.stream().map(Change::item).toList();
      if (items.stream().noneMatch(taken::contains)) {
        taken.addAll(items);
        apart++;
      }
    }
    return apart;
  }
}
