package situs.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;
import situs.model.Datacenter;
import situs.model.Offer;
import situs.model.Region;

/** The {@code datacenters:} block: what can be rented where. */
final class DatacentersReader {
  private final Context context;
  private final Optional<Duration> duration;

  /**
   * @param duration of the run, where it is known
   */
  DatacentersReader(Context context, Optional<Duration> duration) {
    this.context = context;
    this.duration = duration;
  }

  List<Datacenter> read(MapReader top) {
    top.requiredNode("datacenters", "{azure/eastus2: {ND96isr_H100_v5: 6}}");
    List<Datacenter> datacenters = new ArrayList<>();
    Optional<MapReader> block = top.mapping("datacenters");
    if (block.isPresent()) {
      block.get().entries().forEach(e -> datacenter(e).ifPresent(datacenters::add));
      if (block.get().entries().isEmpty()) {
        context.issues().add(block.get().at(), "'datacenters' needs at least one region");
      }
    }
    return datacenters;
  }

  private Optional<Datacenter> datacenter(Node.Entry entry) {
    Optional<Region> region = Lookups.region(context, entry.key(), entry.at());
    Optional<MapReader> types =
        MapReader.of(entry.value(), "what '" + entry.key() + "' offers", context.issues());
    if (region.isEmpty() || types.isEmpty()) {
      return Optional.empty();
    }
    List<Offer> offers = new ArrayList<>();
    OfferReader reader = new OfferReader(context, region.get().id(), duration);
    types.get().entries().forEach(e -> offers.addAll(reader.read(e)));
    if (types.get().entries().isEmpty()) {
      context.issues().add(entry.at(), "'" + entry.key() + "' offers nothing; leave it out");
    }
    return Optional.of(new Datacenter(region.get(), offers));
  }
}
