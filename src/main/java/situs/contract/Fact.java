package situs.contract;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Optional;

/**
 * A fact that predicates may use. Declared once: the typed environment of predicates, the hints in
 * error messages and the table in docs/contracts.md derive from {@link #ALL}.
 *
 * @param subjects of which kinds of subject it is known
 */
public record Fact(String name, CelType type, List<SubjectKind> subjects, String meaning) {
  private static final List<SubjectKind> BOTH = List.of(SubjectKind.PLACEMENT, SubjectKind.ROUTE);
  private static final List<SubjectKind> ANY = SubjectKind.WRITTEN;
  private static final List<SubjectKind> CHARGE = List.of(SubjectKind.CHARGE);
  private static final List<SubjectKind> PLACEMENT = List.of(SubjectKind.PLACEMENT);
  private static final List<SubjectKind> ROUTE = List.of(SubjectKind.ROUTE);

  /** Every fact, in the order of the documentation. */
  public static final List<Fact> ALL =
      List.of(
          text("workload.name", ANY, "name of the workload in the scenario"),
          text("workload.kind", ANY, "`model` or `frontier`"),
          text("workload.model", ANY, "the model that answers its calls"),
          text("channel.seller", ANY, "who sells it to the customer"),
          text("channel.party", ANY, "`first` when the owner sells it, else `third`"),
          text("customer.segment", ANY, "customer segment, such as `commercial`"),
          text("owner", ANY, "whose models and products they are"),
          text("component", PLACEMENT, "`model`, `runtime` or `state`"),
          text("placement.provider", PLACEMENT, "provider of the region"),
          text("placement.region", PLACEMENT, "region, as in `azure/eastus2`"),
          text("placement.country", PLACEMENT, "ISO 3166 code of its country"),
          text("placement.geography", PLACEMENT, "its continent, as in `europe`"),
          text("placement.instance_type", PLACEMENT, "what is rented; missing for state"),
          text(
              "placement.purchase",
              PLACEMENT,
              "`on-demand`, `spot`, `reserved`, …; empty text where nothing is rented"),
          text("hop.from", ROUTE, "role of the hop's start: `client` or `runtime`"),
          text("hop.to", ROUTE, "role of the hop's end: `runtime` or `model`"),
          text("source.provider", ROUTE, "provider at the hop's start; `client` for clients"),
          text("source.region", ROUTE, "region at the hop's start; a client's metro"),
          text("source.country", ROUTE, "country at the hop's start"),
          text("source.geography", ROUTE, "continent at the hop's start"),
          text("target.provider", ROUTE, "provider at the hop's end"),
          text("target.region", ROUTE, "region at the hop's end"),
          text("target.country", ROUTE, "country at the hop's end"),
          text("target.geography", ROUTE, "continent at the hop's end"),
          list("chain", ROUTE, "providers of the whole chain in order, `client` first"),
          list("chain_regions", ROUTE, "regions of the whole chain in order, `client` first"),
          text(
              "call.state",
              ROUTE,
              "`stateless` or `stateful`, `none` when the hop is no model"
                  + " call; missing where the scenario says `disputed`"),
          text("cause", ROUTE, "`primary`, `spillover` or `failover`"),
          text("origin", ROUTE, "metro that the request comes from"),
          text("customer.country", ROUTE, "ISO 3166 code of the customer's country"),
          text("customer.geography", ROUTE, "the customer's continent"),
          list(
              "room",
              BOTH,
              "providers with a right of first refusal that had room for it; known of a run only"),
          text("charge.provider", CHARGE, "provider that is paid"),
          text("charge.region", CHARGE, "region where it arises"),
          text("charge.country", CHARGE, "ISO 3166 code of its country"),
          text(
              "charge.category",
              CHARGE,
              "`Compute`, `Networking`, `Storage` or `AI and Machine Learning`, as in FOCUS"),
          text("charge.purchase", CHARGE, "`on-demand`, `spot`, …; empty text for traffic"));

  private static Fact text(String name, List<SubjectKind> subjects, String meaning) {
    return new Fact(name, SimpleType.STRING, subjects, meaning);
  }

  private static Fact list(String name, List<SubjectKind> subjects, String meaning) {
    return new Fact(name, ListType.create(SimpleType.STRING), subjects, meaning);
  }

  /** Whether it is a list of texts and not one. */
  public boolean isList() {
    return !type.equals(SimpleType.STRING);
  }

  /** The fact of that name, for that kind of subject. */
  static Optional<Fact> named(String name, SubjectKind subject) {
    return ALL.stream()
        .filter(f -> f.name().equals(name) && f.subjects().contains(subject))
        .findFirst();
  }
}
