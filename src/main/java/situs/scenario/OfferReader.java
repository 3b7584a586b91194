package situs.scenario;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Node;
import situs.document.Units;
import situs.model.InstanceType;
import situs.model.Offer;
import situs.model.Price;
import situs.model.Purchase;
import situs.model.RegionId;

/**
 * An instance type on offer in a region: a count, or {@code {count: 6, purchase: spot, discount:
 * 0.2}}, or {@code {count: 6, price: 90 USD/h}}, or a list of these, one a way of purchase.
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
    List<Node> ways =
        entry.value() instanceof Node.Sequence several ? several.items() : List.of(entry.value());
    if (ways.isEmpty()) {
      context.issues().add(entry.value().at(), "'" + entry.key() + "' is on offer in no way");
    }
    Set<Purchase> seen = EnumSet.noneOf(Purchase.class);
    return ways.stream()
        .flatMap(way -> read(new Node.Entry(entry.at(), entry.key(), way), type, seen).stream())
        .toList();
  }

  private Optional<Offer> read(Node.Entry entry, Optional<InstanceType> type, Set<Purchase> seen) {
    MapReader reader = terms(entry);
    Optional<Integer> count = reader.required("count", "6", k -> reader.integer(k, 1, MOST));
    Optional<Purchase> purchase = purchase(reader);
    purchase
        .filter(p -> !seen.add(p))
        .ifPresent(p -> context.issues().add(entry.value().at(), twice(entry.key(), p)));
    Optional<Duration> term = purchase.flatMap(p -> term(reader, p));
    Optional<Price> price =
        new OfferPrice(context, region, entry.at()).read(reader, type, purchase, term);
    double interruptions = interruptions(reader, purchase);
    reader.done();
    return price.flatMap(
        p -> count.map(c -> new Offer(type.orElseThrow(), p, c, interruptions, term)));
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
