package situs.simulation;

import java.util.Optional;
import situs.model.ManagedOffering;
import situs.model.ManagedOffering.Limits;
import situs.model.Placed;
import situs.stats.TimeAverage;

/**
 * A model bought by the token. What happens behind the service's door is not simulated: a call that
 * the rate limits let in is answered at the stated speed. Limits are buckets of tokens and
 * requests; a call takes its prompt and output, in the order of arrival, and waits for them or is
 * refused.
 */
final class ManagedPool extends CallPool {

  /** What the engine does for it. */
  interface Desk {
    double now();

    /** The pool is to hear of a request when its wait is over. */
    void startAt(int slot, double at);

    /** A request's last token is there. */
    void endAt(int slot, double at);

    /** A request is refused. */
    void throttle(int slot);
  }

  private final ManagedOffering offering;
  private final Requests requests;
  private final Desk desk;
  private final TokenBucket tokens;
  private final TokenBucket calls;
  private final TimeAverage waiting = new TimeAverage();
  private double failedAt = Double.NEGATIVE_INFINITY;
  private double waitTime;
  private double measuredFrom;
  private TokenUse use = TokenUse.NONE;
  private long taken;
  private long onTheWay;

  ManagedPool(Placed placed, ManagedOffering offering, Requests requests, Desk desk) {
    super(placed);
    this.offering = offering;
    this.requests = requests;
    this.desk = desk;
    Limits limits = offering.limits();
    this.tokens = new TokenBucket(limits.tokensPerSecond(), limits.mostTokens());
    double perSecond = limits.requestsPerSecond();
    this.calls = new TokenBucket(perSecond, Math.max(1, perSecond * limits.burstS()));
  }

  @Override
  boolean canHold(int prompt, int output) {
    return tokens.holds((double) prompt + output);
  }

  @Override
  boolean cachesPrefixes() {
    return false;
  }

  @Override
  boolean isFull() {
    return isFullFor(1);
  }

  @Override
  boolean isFullFor(int amount) {
    double now = desk.now();
    return startOf((double) amount + onTheWay, now) - now > offering.limits().maxWaitS();
  }

  /** So many tokens are on their way here, or, below 0, have come or gone astray. */
  void expect(int amount) {
    onTheWay += amount;
  }

  private double startOf(double amount, double now) {
    return Math.max(tokens.availableAt(amount, now), calls.availableAt(1, now));
  }

  @Override
  double load() {
    return 1 - tokens.fill(desk.now());
  }

  @Override
  void arrive(int slot, double now) {
    double amount = (double) requests.prompt[slot] + requests.output[slot];
    onTheWay -= (long) amount;
    double start = startOf(amount, now);
    if (start - now > offering.limits().maxWaitS()) {
      turnedAway++;
      desk.throttle(slot);
      return;
    }
    arrivals++;
    inSystem.add(now, 1);
    requests.arrived[slot] = now;
    requests.begin(slot);
    tokens.take(amount, start);
    calls.take(1, start);
    taken += (long) amount;
    if (start > now) {
      use = use.plus(new TokenUse(0, 0, 0, 1, 0));
      waiting.add(now, 1);
      desk.startAt(slot, start);
    } else {
      begin(slot, now);
    }
  }

  /** A request that waited for the rate limit is let in. */
  void start(int slot, double now) {
    waiting.add(now, -1);
    begin(slot, now);
  }

  private void begin(int slot, double now) {
    requests.started[slot] = now;
    requests.first[slot] = now + offering.speed().ttftS(requests.remaining[slot]);
    desk.endAt(slot, requests.first[slot] + offering.speed().decodeS(requests.output[slot]));
  }

  /** The region goes down: what is under way is lost, and its callers notice when it would end. */
  void fail(double now) {
    failedAt = now;
  }

  /** Whether a request was under way when the region went down. */
  boolean hasLost(int slot) {
    return requests.arrived[slot] <= failedAt;
  }

  /** A request that was lost leaves; it is not paid. */
  void lost(double now) {
    withdraw(1, now);
  }

  @Override
  void ended(int slot, double now) {
    completions++;
    inSystem.add(now, -1);
    timeInSystem += now - requests.arrived[slot];
    waitTime += requests.started[slot] - requests.arrived[slot];
    int cached = requests.cached(slot);
    use =
        use.plus(new TokenUse(requests.prompt[slot] - cached, cached, requests.output[slot], 0, 0));
  }

  @Override
  void restart(double now) {
    super.restart(now);
    waiting.restart(now);
    waitTime = 0;
    measuredFrom = now;
    use = TokenUse.NONE;
    taken = 0;
  }

  @Override
  PoolUse use(double now) {
    double most = offering.limits().tokensPerSecond() * (now - measuredFrom);
    return new PoolUse(
        placed.id(),
        arrivals,
        completions,
        turnedAway,
        inSystem.average(now),
        waiting.average(now),
        completions == 0 ? Double.NaN : timeInSystem / completions,
        completions == 0 ? Double.NaN : waitTime / completions,
        taken / most,
        0,
        0,
        KvUse.NONE,
        PrefixUse.NONE,
        use.plus(new TokenUse(0, 0, 0, 0, turnedAway)),
        Optional.empty());
  }
}
