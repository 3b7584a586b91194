package situs.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Units;
import situs.model.ManagedOffering;
import situs.model.ManagedOffering.Limits;
import situs.model.ManagedOffering.Prices;
import situs.model.ManagedOffering.Speed;
import situs.model.Money;
import situs.model.Provenance;
import situs.model.RegionId;

/**
 * The terms of one managed model. What is left out is the catalogue's, where it has the model; a
 * price, a limit or a time that is given counts with the origin that the entry states.
 */
final class ManagedTerms {
  private static final double MOST_A_MINUTE = 1e15;
  private static final double BURST_S = 60;

  private final MapReader terms;
  private final Optional<ManagedOffering> listed;
  private final Provenance own;

  ManagedTerms(MapReader terms, Optional<ManagedOffering> listed, Issues issues) {
    this.terms = terms;
    this.listed = listed;
    this.own = new SourceReader(issues).read(terms);
  }

  /** The offering, empty if anything is wrong with it. */
  Optional<ManagedOffering> of(RegionId region, String service, String model) {
    Optional<Prices> prices = prices();
    Optional<Limits> limits = limits();
    Optional<Speed> speed = speed();
    terms.done();
    return prices.flatMap(
        p ->
            limits.flatMap(
                l -> speed.map(s -> new ManagedOffering(region, service, model, p, l, s))));
  }

  private Optional<Prices> prices() {
    Optional<Prices> known = listed.map(ManagedOffering::prices);
    Optional<Money> input = price("input", known.map(Prices::input), "0.72 USD/Mtok");
    // A price of input that is given stands for cached input too.
    Optional<Money> same = terms.has("input") ? input : known.map(Prices::cached).or(() -> input);
    Optional<Money> cached =
        terms.decimal("cached-input", Units.PRICE_PER_MTOK).map(Money::new).or(() -> same);
    Optional<Money> output = price("output", known.map(Prices::output), "0.72 USD/Mtok");
    Provenance origin = origin(known.map(Prices::provenance), "input", "cached-input", "output");
    return input.flatMap(i -> cached.flatMap(c -> output.map(o -> new Prices(i, c, o, origin))));
  }

  private Optional<Money> price(String key, Optional<Money> known, String example) {
    return given(key, known.isPresent(), example, k -> terms.decimal(k, Units.PRICE_PER_MTOK))
        .map(Money::new)
        .or(() -> terms.has(key) ? Optional.empty() : known);
  }

  private Optional<Limits> limits() {
    Optional<Limits> known = listed.map(ManagedOffering::limits);
    Optional<Double> tokens =
        given(
                "tokens-per-minute",
                known.isPresent(),
                "300000",
                k -> terms.number(k, 1, MOST_A_MINUTE))
            .or(
                () ->
                    terms.has("tokens-per-minute")
                        ? Optional.empty()
                        : known.map(Limits::tokensPerMinute));
    Optional<Double> requests = terms.number("requests-per-minute", 1, MOST_A_MINUTE);
    Optional<Double> burst = terms.positive("burst", Units.TIME);
    Optional<Double> wait = terms.quantity("max-wait", Units.TIME);
    Provenance origin =
        origin(known.map(Limits::provenance), "tokens-per-minute", "requests-per-minute", "burst");
    OptionalDouble requestLimit =
        requests
            .map(OptionalDouble::of)
            .orElseGet(() -> known.map(Limits::requestsPerMinute).orElse(OptionalDouble.empty()));
    return tokens.map(
        t ->
            new Limits(
                t,
                requestLimit,
                burst.orElse(known.map(Limits::burstS).orElse(BURST_S)),
                wait.orElse(0.0),
                origin));
  }

  private Optional<Speed> speed() {
    Optional<Speed> known = listed.map(ManagedOffering::speed);
    Optional<Double> first =
        given("ttft", known.isPresent(), "0.5 s", k -> terms.quantity(k, Units.TIME))
            .or(() -> terms.has("ttft") ? Optional.empty() : known.map(Speed::firstTokenS));
    Optional<Double> perToken = terms.quantity("ttft-per-prompt-token", Units.TIME);
    Optional<Double> speed =
        given("speed", known.isPresent(), "80/s", k -> terms.positive(k, Units.RATE))
            .or(() -> terms.has("speed") ? Optional.empty() : known.map(Speed::tokensPerSecond));
    Provenance origin =
        origin(known.map(Speed::provenance), "ttft", "ttft-per-prompt-token", "speed");
    double slope =
        perToken.orElse(terms.has("ttft") ? 0 : known.map(Speed::perPromptTokenS).orElse(0.0));
    return first.flatMap(f -> speed.map(s -> new Speed(f, slope, s, origin)));
  }

  /** A value that must be given unless the catalogue knows it. */
  private <T> Optional<T> given(
      String key, boolean known, String example, Function<String, Optional<T>> read) {
    return known ? read.apply(key) : terms.required(key, example, read);
  }

  private Provenance origin(Optional<Provenance> known, String... keys) {
    return known.filter(p -> List.of(keys).stream().noneMatch(terms::has)).orElse(own);
  }
}
