package situs.scenario;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Mark;
import situs.document.Node;
import situs.document.Units;
import situs.model.InstanceType;
import situs.model.Offer;
import situs.model.Price;
import situs.model.Purchase;
import situs.model.RegionId;

/**
 * An instance type on offer in a region: a count, or {@code {count: 6, purchase: spot, discount:
 * 0.2}}, or {@code {count: 6, price: 90 USD/h}}, or a list of these, one a way of purchase; or
 * {@code {count: 6, ways: […]}} where all of them are ways to buy the same instances.
 */
final class OfferReader {
  private static final int MOST = 1_000_000;

  private final Context context;
  private final RegionId region;
  private final Optional<Duration> duration;

  /**
   * @param duration of the run, where it is known
   */
  OfferReader(Context context, RegionId region, Optional<Duration> duration) {
    this.context = context;
    this.region = region;
    this.duration = duration;
  }

  List<Offer> read(Node.Entry entry) {
    Optional<InstanceType> type = Lookups.instanceType(context, region, entry);
    if (entry.value() instanceof Node.Mapping mapping && mapping.entries().containsKey("ways")) {
      return together(entry.key(), new MapReader(mapping, context.issues()), entry.at(), type);
    }
    List<Node> ways =
        entry.value() instanceof Node.Sequence several ? several.items() : List.of(entry.value());
    return ways(entry, ways, new Reading(type, OptionalInt.empty()));
  }

  /** Several ways to buy the same instances. */
  private List<Offer> together(
      String name, MapReader reader, Mark at, Optional<InstanceType> type) {
    Optional<Integer> all = reader.required("count", "6", k -> reader.integer(k, 1, MOST));
    List<Node> ways = reader.list("ways");
    reader.done();
    Node.Entry entry = new Node.Entry(at, name, new Node.Sequence(reader.at("ways"), ways));
    OptionalInt most = OptionalInt.of(all.orElse(MOST));
    return ways(entry, ways, new Reading(type, most)).stream()
        .map(o -> all.map(o::together).orElse(o))
        .toList();
  }

  /**
   * What all ways to buy a type have in common.
   *
   * @param together instances in all, where they are the same
   */
  private record Reading(Optional<InstanceType> type, OptionalInt together, Set<Purchase> seen) {
    Reading(Optional<InstanceType> type, OptionalInt together) {
      this(type, together, EnumSet.noneOf(Purchase.class));
    }
  }

  private List<Offer> ways(Node.Entry entry, List<Node> ways, Reading reading) {
    if (ways.isEmpty()) {
      context.issues().add(entry.value().at(), "'" + entry.key() + "' is on offer in no way");
    }
    return ways.stream()
        .flatMap(way -> way(new Node.Entry(entry.at(), entry.key(), way), reading).stream())
        .toList();
  }

  private Optional<Offer> way(Node.Entry entry, Reading reading) {
    MapReader reader = terms(entry);
    Optional<Integer> count = count(reader, reading.together());
    Optional<Purchase> purchase = purchase(reader);
    purchase
        .filter(p -> !reading.seen().add(p))
        .ifPresent(p -> context.issues().add(entry.value().at(), twice(entry.key(), p)));
    Optional<Duration> term = purchase.flatMap(p -> term(reader, p));
    Optional<Price> price =
        new OfferPrice(context, region, entry.at()).read(reader, reading.type(), purchase, term);
    double interruptions = interruptions(reader, purchase);
    reader.done();
    return price.flatMap(
        p ->
            count.map(
                c ->
                    new Offer(
                        reading.type().orElseThrow(),
                        p,
                        c,
                        interruptions,
                        term,
                        OptionalInt.empty())));
  }

  /** Of a way among others to buy the same instances: all of them unless it says so. */
  private static Optional<Integer> count(MapReader reader, OptionalInt together) {
    if (together.isPresent()) {
      return reader.has("count")
          ? reader.integer("count", 1, together.getAsInt())
          : Optional.of(together.getAsInt());
    }
    return reader.required("count", "6", k -> reader.integer(k, 1, MOST));
  }

  /** A plain count stands for {@code {count: …}}. */
  private MapReader terms(Node.Entry entry) {
    if (entry.value() instanceof Node.Mapping mapping) {
      return new MapReader(mapping, context.issues());
    }
    Node.Entry count = new Node.Entry(entry.at(), "count", entry.value());
    return new MapReader(
        new Node.Mapping(entry.value().at(), Map.of("count", count)), context.issues());
  }

  private static Optional<Purchase> purchase(MapReader reader) {
    List<String> words = Purchase.words();
    Optional<String> word = reader.oneOf("purchase", words);
    if (!reader.has("purchase")) {
      return Optional.of(Purchase.ON_DEMAND);
    }
    return word.map(w -> Purchase.values()[words.indexOf(w)]);
  }

  private static String twice(String type, Purchase purchase) {
    return "'"
        + type
        + "' stands here twice with 'purchase: "
        + purchase.word()
        + "'; a way of purchase is one entry, with one count and one price";
  }

  /** What can be signed for has one, and it is no shorter than the run. */
  private Optional<Duration> term(MapReader reader, Purchase purchase) {
    if (!purchase.isForTerm()) {
      if (reader.duration("term").isPresent()) {
        context
            .issues()
            .add(reader.at("term"), "'term' is for 'purchase: reserved' and 'purchase: committed'");
      }
      return Optional.empty();
    }
    Optional<Duration> term = reader.required("term", "365 d", reader::duration);
    term.filter(t -> duration.map(run -> t.compareTo(run) < 0).orElse(false))
        .ifPresent(
            t ->
                context
                    .issues()
                    .add(
                        reader.at("term"),
                        "'term' ends before the run does; what is signed for is paid for all of it"));
    return term;
  }

  /** Per second; none unless they are stated. */
  private double interruptions(MapReader reader, Optional<Purchase> purchase) {
    Optional<Double> rate = reader.quantity("interruptions", Units.RATE);
    if (rate.isPresent() && purchase.isPresent() && purchase.get() != Purchase.SPOT) {
      context.issues().add(reader.at("interruptions"), "'interruptions' are for 'purchase: spot'");
    }
    return rate.orElse(0.0);
  }
}
