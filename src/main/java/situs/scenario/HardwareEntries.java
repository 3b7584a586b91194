package situs.scenario;

import java.util.Optional;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Units;
import situs.model.Accelerator;
import situs.model.InstanceType;
import situs.model.Provenance;

/** {@code catalog.accelerators} and {@code catalog.instance-types}. */
final class HardwareEntries {
  private static final int MOST_VCPUS = 10_000;
  private static final int MOST_ACCELERATORS = 1024;

  private final Context context;
  private final NewEntries entries;

  HardwareEntries(Context context, NewEntries entries) {
    this.context = context;
    this.entries = entries;
  }

  void readAccelerators(MapReader catalog) {
    Blocks.each(
        catalog,
        "accelerators",
        (e, r) -> accelerator(e.key(), r).ifPresent(entries.accelerators::add));
  }

  void readInstanceTypes(MapReader catalog) {
    Blocks.each(
        catalog,
        "instance-types",
        (e, r) -> instanceType(e, r).ifPresent(entries.instanceTypes::add));
  }

  private Optional<Accelerator> accelerator(String name, MapReader reader) {
    Optional<String> vendor = reader.text("vendor");
    Optional<Double> memory =
        reader.required("memory", "80 GB", k -> reader.positive(k, Units.BYTES_GB));
    Optional<Double> bandwidth =
        reader.required("bandwidth", "3.35 TB/s", k -> reader.positive(k, Units.BANDWIDTH));
    Optional<Double> bf16 = reader.positive("bf16", Units.COMPUTE);
    Optional<Double> fp8 = reader.positive("fp8", Units.COMPUTE);
    Optional<Double> link = reader.positive("link", Units.BANDWIDTH);
    Optional<Double> power = reader.positive("power", Units.POWER);
    Provenance provenance = new SourceReader(context.issues()).read(reader);
    reader.done();
    return memory.flatMap(
        m ->
            bandwidth.map(
                b ->
                    new Accelerator(
                        name, vendor.orElse(""), m, b / 1000, bf16, fp8, link, power, provenance)));
  }

  private Optional<InstanceType> instanceType(Node.Entry entry, MapReader reader) {
    String[] name = entry.key().split("/", -1);
    Optional<Accelerator> accelerator = accelerator(reader);
    Optional<Integer> count = reader.integer("accelerators", 1, MOST_ACCELERATORS);
    Optional<Integer> vcpus = reader.required("vcpus", "16", k -> reader.integer(k, 1, MOST_VCPUS));
    Optional<Double> memory =
        reader.required("memory", "64 GiB", k -> reader.positive(k, Units.MEMORY));
    reader.done();
    if (name.length != 2 || name[0].isEmpty() || name[1].isEmpty()) {
      context
          .issues()
          .add(entry.at(), "'" + entry.key() + "' is not of the form provider/instance-type");
      return Optional.empty();
    }
    if (reader.has("accelerator") != reader.has("accelerators")) {
      context.issues().add(entry.at(), "'accelerator' and 'accelerators' (how many) go together");
      return Optional.empty();
    }
    if (reader.has("accelerator") && (accelerator.isEmpty() || count.isEmpty())) {
      return Optional.empty();
    }
    return vcpus.flatMap(
        v ->
            memory.map(
                m -> new InstanceType(name[0], name[1], accelerator, count.orElse(0), v, m)));
  }

  private Optional<Accelerator> accelerator(MapReader reader) {
    Optional<String> name = reader.text("accelerator");
    Optional<Accelerator> known = name.flatMap(context.catalog()::accelerator);
    if (name.isPresent() && known.isEmpty()) {
      var names = context.catalog().accelerators().stream().map(Accelerator::name).toList();
      context
          .issues()
          .add(
              reader.at("accelerator"),
              "unknown accelerator '" + name.get() + "'" + Names.hint(name.get(), names));
    }
    return known;
  }
}
