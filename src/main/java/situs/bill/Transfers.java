package situs.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.bill.Course.Basis;
import situs.bill.Course.Spell;
import situs.model.Categories;
import situs.model.Network;
import situs.model.RegionId;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Scenario;
import situs.model.Stop;
import situs.model.TransferTariff;
import situs.model.TransferTariff.Slice;
import situs.simulation.Observations;

/**
 * What the data that moved costs. The sender's provider charges: towards clients by its internet
 * tariff, between regions by the tariff of the pair, each direction by itself. Data from clients
 * comes in free with every provider of the catalogue, and data that stays within a region is taken
 * to stay within a zone, where it is free; neither makes a line.
 *
 * <p>Tiers are volumes of a month. The window's volume of one source region on one tariff, over all
 * routes, is extrapolated to a month of 30.4375 days to find how it spreads over the tiers; each
 * tier is then divided among the routes in proportion to their bytes.
 */
final class Transfers {
  private static final BigDecimal MONTH_S = new BigDecimal("2629800");

  /** A line and the route that it is for. */
  record Charge(Route route, BillLine line) {}

  /** One direction of a route: what left {@code source} for {@code target}. */
  private record Sent(RouteUse use, RegionId source, String target, BigDecimal gb) {}

  /** What is tiered together. */
  private record Meter(RegionId source, TransferTariff tariff) {}

  private Transfers() {}

  static List<Charge> charges(Scenario scenario, Observations observations) {
    Map<Meter, List<Sent>> metered = new LinkedHashMap<>();
    for (RouteUse use : observations.routes()) {
      Stop source = use.route().source();
      Stop target = use.route().target();
      meter(scenario.network(), use, source, target, use.bytesOut(), metered);
      meter(scenario.network(), use, target, source, use.bytesBack(), metered);
    }
    List<Charge> charges = new ArrayList<>();
    metered.forEach((meter, sent) -> charges.addAll(priced(meter, sent, observations.windowS())));
    return charges;
  }

  private static void meter(
      Network network,
      RouteUse use,
      Stop from,
      Stop to,
      double bytes,
      Map<Meter, List<Sent>> metered) {
    if (isClient(from) || from.place().equals(to.place())) {
      return;
    }
    BigDecimal gb = gigabytes(bytes);
    if (gb.signum() == 0) {
      return;
    }
    RegionId source = RegionId.parse(from.place());
    Optional<TransferTariff> tariff =
        isClient(to)
            ? network.internetTariff(source)
            : network.tariffBetween(source, RegionId.parse(to.place()));
    Meter meter = new Meter(source, tariff.orElseThrow(() -> noTariff(source, to)));
    String target = isClient(to) ? "clients" : to.place();
    metered.computeIfAbsent(meter, m -> new ArrayList<>()).add(new Sent(use, source, target, gb));
  }

  private static boolean isClient(Stop stop) {
    return stop.role().equals("client");
  }

  private static IllegalArgumentException noTariff(RegionId source, Stop to) {
    return new IllegalArgumentException(
        "no tariff is known for data that leaves "
            + source
            + " for "
            + (isClient(to) ? "clients" : to.place())
            + "; state one in the scenario");
  }

  /** To the byte. */
  private static BigDecimal gigabytes(double bytes) {
    return new BigDecimal(bytes).setScale(0, RoundingMode.HALF_EVEN).movePointLeft(9);
  }

  private static List<Charge> priced(Meter meter, List<Sent> sent, double windowS) {
    List<BigDecimal> weights = sent.stream().map(Sent::gb).toList();
    BigDecimal window = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal month =
        window.multiply(MONTH_S).divide(BigDecimal.valueOf(windowS), 9, RoundingMode.HALF_EVEN);
    List<Slice> slices = meter.tariff().slices(month);
    List<BigDecimal> volumes = Proportions.of(window, slices.stream().map(Slice::gb).toList());
    // Which of the month's tiers a gigabyte falls into, nobody knows of a part of the month.
    Basis basis = slices.size() > 1 ? Basis.PROPORTION : Basis.SEEN;
    List<Charge> charges = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      List<BigDecimal> parts = Proportions.of(volumes.get(i), weights);
      for (int k = 0; k < sent.size(); k++) {
        if (parts.get(k).signum() > 0) {
          charges.add(charge(meter, slices.get(i).tier(), sent.get(k), parts.get(k), basis));
        }
      }
    }
    return charges;
  }

  private static Charge charge(
      Meter meter, TransferTariff.Tier tier, Sent sent, BigDecimal gb, Basis basis) {
    String from = BigDecimal.valueOf(tier.fromGb()).stripTrailingZeros().toPlainString();
    String description =
        "%s to %s, tier from %s GB a month".formatted(meter.tariff().scope(), sent.target(), from);
    return new Charge(
        sent.use().route(),
        new BillLine(
            sent.use().route().workload(),
            Optional.empty(),
            meter.source().provider(),
            Optional.of(meter.source()),
            Categories.NETWORKING,
            description,
            meter.tariff().scope(),
            "",
            gb,
            "GB",
            tier.perGb(),
            tier.perGb().times(gb),
            meter.tariff().provenance(),
            new Course(List.of(spell(sent, gb)), basis)));
  }

  /**
   * A use begins and ends between two boundaries, and counts where it begins, as its requests do.
   */
  private static Spell spell(Sent sent, BigDecimal gb) {
    return new Spell(sent.use().firstAtS(), sent.use().firstAtS(), gb);
  }
}
