package situs.bill;

import java.math.BigDecimal;
import java.util.Optional;
import situs.model.Money;
import situs.model.Provenance;
import situs.model.RegionId;

/**
 * One line of the bill of a run's measured window.
 *
 * @param workload whose it is; empty for what was signed for and nothing was placed on
 * @param placement {@link situs.model.Placed#id()} that it is for; empty for traffic from clients
 *     and what nothing was placed on
 * @param provider who is paid; of what a contract makes payable, the other parties
 * @param region where it arises; empty for what a contract makes payable
 * @param category {@code Compute}, {@code Networking}, {@code Storage}, {@code AI and Machine
 *     Learning}, or {@code Other} for what a contract makes payable, as in FOCUS
 * @param description what it is, such as {@code inter-region transfer to azure/eastus2, first tier}
 * @param sku instance type, tariff, or service and model
 * @param purchase {@link situs.model.Purchase#word()}; empty for what is paid by use
 * @param quantity consumed
 * @param unit of the quantity, such as {@code instance-hours}, {@code GB}, {@code Mtok}
 * @param unitPrice of one unit
 * @param cost quantity times unit price
 * @param course when it arose
 */
public record BillLine(
    String workload,
    Optional<String> placement,
    String provider,
    Optional<RegionId> region,
    String category,
    String description,
    String sku,
    String purchase,
    BigDecimal quantity,
    String unit,
    Money unitPrice,
    Money cost,
    Provenance provenance,
    Course course) {}
