package situs.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import situs.document.Mark;
import situs.document.Names;
import situs.document.Node;
import situs.model.InstanceType;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.Region;
import situs.model.RegionId;

/** Names that the catalogue must know; unknown ones are issues with the nearest that it has. */
final class Lookups {
  private Lookups() {}

  static Optional<Metro> metro(Context context, Node.Entry entry) {
    return known(
        context,
        "metro",
        entry.key(),
        entry.at(),
        context.catalog()::metro,
        () -> context.catalog().metros().stream().map(Metro::name).toList());
  }

  static Optional<ModelShape> model(Context context, String name, Mark at) {
    return known(
        context,
        "model",
        name,
        at,
        context.catalog()::model,
        () -> context.catalog().models().stream().map(ModelShape::name).toList());
  }

  static Optional<Region> region(Context context, String text, Mark at) {
    return known(
        context,
        "region",
        text,
        at,
        name -> id(name).flatMap(context.catalog()::region),
        () -> context.catalog().regions().stream().map(r -> r.id().toString()).toList());
  }

  static Optional<RegionId> id(String text) {
    try {
      return Optional.of(RegionId.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<InstanceType> instanceType(Context context, RegionId region, Node.Entry entry) {
    String provider = region.provider();
    return known(
        context,
        "instance type",
        entry.key(),
        entry.at(),
        name -> context.catalog().instanceType(provider, name),
        () ->
            context.catalog().instanceTypes().stream()
                .filter(t -> t.provider().equals(provider))
                .map(InstanceType::name)
                .toList());
  }

  private static <T> Optional<T> known(
      Context context,
      String what,
      String name,
      Mark at,
      Function<String, Optional<T>> find,
      java.util.function.Supplier<List<String>> names) {
    Optional<T> found = find.apply(name);
    if (found.isEmpty()) {
      context
          .issues()
          .add(at, "unknown " + what + " '" + name + "'" + Names.hint(name, names.get()));
    }
    return found;
  }
}
