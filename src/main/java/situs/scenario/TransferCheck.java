package situs.scenario;

import java.util.List;
import situs.document.Mark;
import situs.model.Datacenter;
import situs.model.Network;
import situs.model.RegionId;

/** Traffic may go between any two datacenters and to clients: each way needs a price. */
final class TransferCheck {
  private final Context context;
  private final Mark at;

  /**
   * @param at where the datacenters stand
   */
  TransferCheck(Context context, Mark at) {
    this.context = context;
    this.at = at;
  }

  void check(List<Datacenter> datacenters) {
    Network network = context.catalog().network();
    List<RegionId> regions = datacenters.stream().map(d -> d.region().id()).toList();
    for (RegionId source : regions) {
      if (network.internetTariff(source).isEmpty()) {
        missing(source, "clients", "internet");
      }
      for (RegionId target : regions) {
        if (network.tariffBetween(source, target).isEmpty()) {
          boolean same = source.equals(target);
          missing(
              source,
              same ? "itself" : target.toString(),
              same ? "same-region" : target.toString());
        }
      }
    }
  }

  private void missing(RegionId source, String target, String key) {
    context
        .issues()
        .add(
            at,
            "no price for data from "
                + source
                + " to "
                + target
                + "; give one: catalog: {transfer: {"
                + source
                + ": {"
                + key
                + ": 0.02 USD/GB}}}");
  }
}
