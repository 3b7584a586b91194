package situs.scenario;

import java.util.List;
import java.util.stream.Stream;
import situs.catalog.Catalog;
import situs.model.Datacenter;
import situs.model.InstanceType;
import situs.model.ModelWorkload;
import situs.model.ServingProfile;
import situs.model.Workload;
import situs.serving.ProfileBook;

/**
 * The serving profiles of a scenario: all that are known of its models, and the roofline's where a
 * model could run on hardware on offer that nobody measured it on.
 */
final class Profiles {
  private final Catalog catalog;
  private final ProfileBook book;

  Profiles(Catalog catalog) {
    this.catalog = catalog;
    this.book = new ProfileBook(catalog.profiles(), catalog.efficiencies());
  }

  /** Each once, in the order of the catalogue, those by the roofline behind it. */
  List<ServingProfile> of(List<Datacenter> datacenters, List<Workload> workloads) {
    List<ModelWorkload> models =
        workloads.stream()
            .filter(ModelWorkload.class::isInstance)
            .map(ModelWorkload.class::cast)
            .toList();
    List<InstanceType> types =
        datacenters.stream()
            .flatMap(d -> d.offers().stream())
            .map(o -> o.type())
            .filter(t -> t.accelerator().isPresent())
            .distinct()
            .toList();
    Stream<ServingProfile> known =
        catalog.profiles().stream()
            .filter(p -> models.stream().anyMatch(m -> m.model().name().equals(p.model())));
    Stream<ServingProfile> onOffer =
        models.stream().flatMap(m -> types.stream().flatMap(t -> profile(m, t)));
    return Stream.concat(known, onOffer).distinct().toList();
  }

  private Stream<ServingProfile> profile(ModelWorkload workload, InstanceType type) {
    int parallel = workload.parallel().orElse(type.accelerators());
    return parallel > type.accelerators()
        ? Stream.empty()
        : book
            .find(workload.model(), type.accelerator().orElseThrow(), parallel, workload.weights())
            .stream();
  }
}
