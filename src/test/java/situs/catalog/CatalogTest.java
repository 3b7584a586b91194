package situs.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import situs.model.Metro;
import situs.model.Money;
import situs.model.Network;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Purchase;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Rtt;
import situs.model.Status;
import situs.model.TransferTariff;

class CatalogTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final Network NETWORK = CATALOG.network();

  private static RegionId region(String id) {
    return RegionId.parse(id);
  }

  @Test
  void knowsEveryAzureAndAwsRegionAndSixtyMetros() {
    assertThat(CATALOG.regions()).hasSize(95);
    assertThat(CATALOG.metros()).hasSize(60);
    assertThat(CATALOG.regions())
        .allSatisfy(r -> assertThat(r.country()).matches("[A-Z]{2}"))
        .allSatisfy(r -> assertThat(r.geography()).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regions",
        "metros",
        "instance_types",
        "prices",
        "transfer",
        "rtt_regions",
        "rtt_metros",
        "accelerators",
        "models",
        "profiles",
        "roofline",
        "roofline_relatives",
        "storage"
      })
  void everyRowHasSourceDateAndStatus(String table) {
    assertThat(Row.of(table))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              Provenance origin = row.provenance();
              assertThat(origin.source()).isNotBlank();
              assertThat(origin.date()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azure/ND96isr_H100_v5",
        "azure/ND96isr_H200_v5",
        "azure/ND96amsr_A100_v4",
        "azure/ND96isr_MI300X_v5",
        "azure/ND128isr_NDR_GB200_v6",
        "azure/NC40ads_H100_v5",
        "azure/NC80adis_H100_v5",
        "azure/D8s_v5",
        "azure/D16s_v5",
        "aws/p4d.24xlarge",
        "aws/p4de.24xlarge",
        "aws/p5.48xlarge",
        "aws/p5e.48xlarge",
        "aws/p5en.48xlarge",
        "aws/p6-b200.48xlarge",
        "aws/trn1.32xlarge",
        "aws/g6e.48xlarge",
        "aws/inf2.48xlarge",
        "aws/m7i.4xlarge"
      })
  void everyInstanceTypeOfInterestHasAPriceSomewhere(String type) {
    RegionId id = region(type);
    assertThat(CATALOG.instanceType(id.provider(), id.name())).isPresent();
    assertThat(CATALOG.prices())
        .anyMatch(
            p -> p.region().provider().equals(id.provider()) && p.instanceType().equals(id.name()));
  }

  @ParameterizedTest(name = "{1} in {0}, {2}: {3} USD/h")
  @CsvSource({
    "azure/eastus2, ND96isr_H100_v5, ON_DEMAND, 98.32",
    "azure/swedencentral, ND96isr_H100_v5, SPOT, 23.620397",
    "aws/us-east-1, p5.48xlarge, ON_DEMAND, 55.04",
    "aws/us-east-1, p5.48xlarge, CAPACITY_BLOCK, 39.33",
  })
  void pricesAreThoseOfTheLists(String in, String type, Purchase purchase, String usd) {
    Price price = CATALOG.price(region(in), type, purchase).orElseThrow();
    assertThat(price.perHour()).isEqualTo(Money.usd(usd));
    assertThat(price.provenance().status()).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void aMeasuredPairIsShownAsMeasured() {
    Rtt virginia = NETWORK.rtt(region("aws/us-east-1"), region("azure/eastus"));
    assertThat(virginia.ms()).isEqualTo(1.9);
    assertThat(virginia.provenance().status()).isEqualTo(Status.MEASURED);
  }

  @Test
  void twoCloudsInOneCityWithoutARowAreMetByTheMedianOfSuchPairs() {
    Rtt dublin = NETWORK.rtt(region("aws/eu-west-1"), region("azure/northeurope"));
    assertThat(dublin.ms()).isBetween(1.0, 4.0);
    assertThat(dublin.provenance().status()).isEqualTo(Status.ESTIMATED);
  }

  @Test
  void noSuspectRowIsLeft() {
    // The published table repeats Switzerland North for Austria East; such rows are not kept, so
    // the pair is an estimate.
    Rtt pair = NETWORK.rtt(region("azure/austriaeast"), region("azure/australiacentral"));
    assertThat(pair.provenance().status()).isEqualTo(Status.ESTIMATED);
    assertThat(pair.reference()).contains(" - ");
  }

  @Test
  void everyMetroReachesEveryRegion() {
    for (Metro metro : CATALOG.metros()) {
      for (Region region : CATALOG.regions()) {
        Rtt rtt = NETWORK.rtt(metro, region.id());
        assertThat(rtt.ms()).as(metro.name() + " " + region.id()).isBetween(0.1, 700.0);
      }
    }
  }

  @Test
  void limaIsInPeruAndItsPingsFromElsewhereAreLeftOut() {
    Metro lima = CATALOG.metro("Lima").orElseThrow();
    assertThat(lima.country()).isEqualTo("PE");
    assertThat(lima.provenance().status()).isEqualTo(Status.ASSUMED);
    assertThat(NETWORK.rtt(lima, region("azure/eastus2")).provenance().status())
        .isEqualTo(Status.ESTIMATED);
  }

  @Test
  void transferHasItsTiersAndUnknownIsNotFree() {
    TransferTariff out = NETWORK.internetTariff(region("aws/us-east-1")).orElseThrow();
    assertThat(out.tiers()).hasSize(4);
    assertThat(out.tiers().get(0).perGb()).isEqualTo(Money.usd("0.09"));
    // Azure, zone 1: the first 100 GB of a month are free, then 0.087
    TransferTariff azure = NETWORK.internetTariff(region("azure/eastus2")).orElseThrow();
    assertThat(azure.tiers().get(0).perGb()).isEqualTo(Money.ZERO);
    assertThat(azure.tiers().get(1).perGb()).isEqualTo(Money.usd("0.087"));
    // To another cloud, the internet price of the sender
    assertThat(NETWORK.tariff(region("azure/eastus2"), region("aws/us-east-1"))).contains(azure);
    // Within a continent and across, zone 1
    assertThat(perGb("azure/eastus2", "azure/westus3")).isEqualTo(Money.usd("0.02"));
    assertThat(perGb("azure/eastus2", "azure/swedencentral")).isEqualTo(Money.usd("0.05"));
    assertThat(perGb("aws/us-east-1", "aws/us-east-2")).isEqualTo(Money.usd("0.01"));
    assertThat(perGb("aws/us-east-1", "aws/eu-west-1")).isEqualTo(Money.usd("0.02"));
    assertThat(NETWORK.internetTariff(region("aws/mx-central-1"))).isEmpty();
    assertThat(NETWORK.internetTariff(region("gcp/us-east4"))).isEmpty();
  }

  private static Money perGb(String from, String to) {
    return NETWORK.tariff(region(from), region(to)).orElseThrow().tiers().get(0).perGb();
  }

  @Test
  void aScenariosOwnEntriesWin() {
    Provenance mine = Provenance.assumed("this test");
    RegionId east = region("azure/eastus2");
    RegionId west = region("aws/us-west-2");
    var entries =
        new CatalogEntries(
            List.of(),
            List.of(),
            List.of(new Price(east, "ND96isr_H100_v5", Purchase.ON_DEMAND, Money.usd("80"), mine)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new CatalogEntries.RegionRtt(east, west, new Rtt(7, "", mine))),
            List.of(),
            List.of(),
            List.of());
    Catalog catalog = Catalog.standard().with(entries);
    assertThat(catalog.price(east, "ND96isr_H100_v5", Purchase.ON_DEMAND).orElseThrow().perHour())
        .isEqualTo(Money.usd("80"));
    assertThat(catalog.network().rtt(west, east).ms()).isEqualTo(7);
    assertThat(catalog.network().rtt(east, west).provenance()).isEqualTo(mine);
  }

  @Test
  void whatTheRooflineAssumesOfRelativesIsMarked() {
    var fitted =
        CATALOG.efficiencies().stream().filter(e -> e.provenance().status() == Status.ESTIMATED);
    assertThat(fitted.map(e -> e.accelerator()).distinct())
        .containsExactlyInAnyOrder("A100-SXM-80GB", "H100-SXM", "H200-SXM", "B200", "L40S");
    assertThat(CATALOG.efficiencies())
        .filteredOn(e -> e.accelerator().equals("GB200") && e.weights().equals("fp8"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.provenance().status()).isEqualTo(Status.ASSUMED);
              assertThat(e.provenance().source()).startsWith("those of B200");
            });
  }

  @Test
  void everyProfileNamesAKnownModelAndAccelerator() {
    Set<String> accelerators =
        CATALOG.accelerators().stream().map(a -> a.name()).collect(Collectors.toSet());
    assertThat(CATALOG.profiles())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(CATALOG.model(p.model())).isPresent())
        .allSatisfy(p -> assertThat(accelerators).contains(p.accelerator()));
  }

  @Test
  void managedModelsAreSoldWhereTheirRegionIsAndServeModelsThatAreKnown() {
    assertThat(CATALOG.managed())
        .hasSize(10)
        .allSatisfy(
            m -> {
              assertThat(CATALOG.region(m.region())).isPresent();
              assertThat(CATALOG.model(m.model())).isPresent();
              assertThat(m.prices().provenance().status()).isEqualTo(Status.RECALLED);
              assertThat(m.speed().provenance().status()).isEqualTo(Status.ASSUMED);
            });
    var foundry = CATALOG.managed(region("azure/eastus"), "foundry", "Llama-3.1-70B").orElseThrow();
    assertThat(foundry.prices().input()).isEqualTo(Money.usd("2.68"));
    assertThat(foundry.prices().output()).isEqualTo(Money.usd("3.54"));
    assertThat(foundry.limits().tokensPerMinute()).isEqualTo(400_000);
    assertThat(foundry.limits().provenance().status()).isEqualTo(Status.PUBLISHED);
  }
}
