package situs.scenario;

import java.util.Optional;
import situs.catalog.Catalog;
import situs.document.MapReader;

/**
 * The {@code catalog:} block: entries that the scenario adds to the bundled catalogue, or that win
 * over those of the same name.
 */
final class CatalogReader {
  private final Inputs inputs;

  CatalogReader(Inputs inputs) {
    this.inputs = inputs;
  }

  /** The catalogue with what the block adds. */
  Catalog read(MapReader top, Catalog bundled) {
    Optional<MapReader> block = top.mapping("catalog");
    if (block.isEmpty()) {
      return bundled;
    }
    MapReader reader = block.get();
    Context first = new Context(bundled, inputs, reader.issues());
    NewEntries things = new NewEntries();
    new PlaceEntries(first, things).read(reader);
    new HardwareEntries(first, things).readAccelerators(reader);
    new ModelEntries(first, things).readModels(reader);
    // What follows names things that may only just have been added.
    Catalog known = things.addedTo(bundled);
    Context second = new Context(known, inputs, reader.issues());
    NewEntries relations = new NewEntries();
    new HardwareEntries(second, relations).readInstanceTypes(reader);
    new ModelEntries(second, relations).readProfiles(reader);
    new NetworkEntries(second, relations).read(reader);
    Catalog typed = relations.addedTo(known);
    NewEntries prices = new NewEntries();
    new PriceEntries(new Context(typed, inputs, reader.issues()), prices).read(reader);
    reader.done();
    return prices.addedTo(typed);
  }
}
