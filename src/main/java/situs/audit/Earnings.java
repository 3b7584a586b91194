package situs.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import situs.contract.Fee;
import situs.model.Money;
import situs.model.Route;
import situs.model.RouteUse;

/**
 * What customers paid in the measured window, and how much of it a breach concerns. Customers pay
 * for what leaves a client, and for nothing that a platform then asks of others on their behalf.
 *
 * <p>Which customer's request a later hop belongs to is not recorded. Of the requests of one
 * workload from one place to one runtime, those concerned at a later hop are taken to be the share
 * that the hop's calls concerned are of all its calls. Where two hops are concerned they share
 * requests, and the one that concerns more counts: so no more is concerned than was paid.
 */
final class Earnings {
  private final Map<String, Fee> fees;

  /** All that was seen, by hop. */
  private final Map<Group, Map<Integer, Seen>> all;

  /** Requests of a workload from one place, and the calls that they lead to. */
  private record Group(String workload, String origin, String entry) {
    static Group of(Route route) {
      return new Group(route.workload(), route.origin(), route.chain().get(1).place());
    }
  }

  private record Seen(long requests, long tokens) {
    static final Seen NOTHING = new Seen(0, 0);

    Seen and(Seen other) {
      return new Seen(requests + other.requests, tokens + other.tokens);
    }
  }

  private Earnings(Map<String, Fee> fees, Map<Group, Map<Integer, Seen>> all) {
    this.fees = fees;
    this.all = all;
  }

  /**
   * @param fees what customers pay, by workload
   * @param routes all that was seen in the measured window
   */
  static Earnings of(Map<String, Fee> fees, Collection<RouteUse> routes) {
    return new Earnings(
        fees,
        byHop(
            routes.stream()
                .map(use -> new Breach.Part(use.route(), use.requests(), use.tokens()))
                .toList()));
  }

  private static Map<Group, Map<Integer, Seen>> byHop(List<Breach.Part> parts) {
    return parts.stream()
        .collect(
            Collectors.groupingBy(
                part -> Group.of(part.route()),
                HashMap::new,
                Collectors.groupingBy(
                    part -> part.route().hop(),
                    TreeMap::new,
                    Collectors.reducing(
                        Seen.NOTHING, p -> new Seen(p.requests(), p.tokens()), Seen::and))));
  }

  /** What was paid for the requests that these belong to; empty where that is unknown of some. */
  Optional<Money> of(List<Breach.Part> concerned) {
    Money sum = Money.ZERO;
    for (var group : byHop(concerned).entrySet()) {
      Fee fee = fees.get(group.getKey().workload());
      if (fee == null) {
        return Optional.empty();
      }
      sum = sum.plus(paid(fee, all.get(group.getKey()), group.getValue()));
    }
    return Optional.of(sum);
  }

  private static Money paid(Fee fee, Map<Integer, Seen> seen, Map<Integer, Seen> concerned) {
    Seen whole = seen.getOrDefault(0, Seen.NOTHING);
    return concerned.entrySet().stream()
        .map(
            hop ->
                hop.getKey() == 0
                    ? fee.of(hop.getValue().requests(), hop.getValue().tokens())
                    : fee.of(whole.requests(), whole.tokens())
                        .times(share(hop.getValue(), seen.get(hop.getKey()))))
        .max(Money::compareTo)
        .orElse(Money.ZERO);
  }

  private static BigDecimal share(Seen concerned, Seen of) {
    return BigDecimal.valueOf(concerned.requests())
        .divide(BigDecimal.valueOf(of.requests()), MathContext.DECIMAL64);
  }
}
