package situs.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Mark;
import situs.document.Node;
import situs.model.Datacenter;
import situs.model.ManagedOffering;
import situs.model.ModelShape;
import situs.model.Region;
import situs.model.RegionId;

/** The {@code managed:} block: models sold by the token, by region, service and model. */
final class ManagedReader {
  private final Context context;

  ManagedReader(Context context) {
    this.context = context;
  }

  /** The datacenters with what the block adds to their regions, or in regions of its own. */
  List<Datacenter> addedTo(List<Datacenter> datacenters, MapReader top) {
    List<Datacenter> all = new ArrayList<>(datacenters);
    Blocks.each(top, "managed", (entry, services) -> region(entry, services, all));
    return all;
  }

  private void region(Node.Entry entry, MapReader services, List<Datacenter> all) {
    Optional<Region> region = Lookups.region(context, entry.key(), entry.at());
    List<ManagedOffering> offerings = new ArrayList<>();
    for (Node.Entry service : services.entries()) {
      MapReader.of(service.value(), "what '" + service.key() + "' sells", context.issues())
          .ifPresent(
              models ->
                  models
                      .entries()
                      .forEach(
                          model ->
                              region
                                  .flatMap(r -> offering(r.id(), service, model))
                                  .ifPresent(offerings::add)));
    }
    region.ifPresent(r -> add(r, offerings, all));
  }

  private static void add(Region region, List<ManagedOffering> offerings, List<Datacenter> all) {
    for (int i = 0; i < all.size(); i++) {
      Datacenter known = all.get(i);
      if (known.region().id().equals(region.id())) {
        all.set(i, new Datacenter(known.region(), known.offers(), offerings));
        return;
      }
    }
    all.add(new Datacenter(region, List.of(), offerings));
  }

  private Optional<ManagedOffering> offering(
      RegionId region, Node.Entry service, Node.Entry entry) {
    nameIsFree(region, service.key(), service.at());
    Optional<ModelShape> model = Lookups.model(context, entry.key(), entry.at());
    Optional<ManagedOffering> listed =
        context.catalog().managed(region, service.key(), entry.key());
    if (model.isEmpty()) {
      return Optional.empty();
    }
    return MapReader.of(entry.value(), "the terms of '" + entry.key() + "'", context.issues())
        .map(terms -> new ManagedTerms(terms, listed, context.issues()))
        .flatMap(terms -> terms.of(region, service.key(), entry.key()));
  }

  /** A placement is known by region and instance type or service: they must differ. */
  private void nameIsFree(RegionId region, String service, Mark at) {
    if (context.catalog().instanceType(region.provider(), service).isPresent()) {
      context
          .issues()
          .add(at, "'" + service + "' is an instance type; call the service something else");
    }
  }
}
