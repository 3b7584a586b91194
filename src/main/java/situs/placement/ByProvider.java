package situs.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything with one provider, in the nearest region with room.
 *
 * @param pick the provider of a flow with the reason, or why there is none
 */
record ByProvider(Function<Flow, Pick> pick) implements Preference {

  /** A provider, empty where none can be told, and the reason for either. */
  record Pick(Optional<String> provider, String why) {}

  @Override
  public Choice choose(Allocator.Context context, Flow flow, List<Option> options) {
    Pick picked = pick.apply(flow);
    if (picked.provider().isEmpty()) {
      return Choice.of(List.of(), List.of(picked.why()));
    }
    String provider = picked.provider().get();
    List<Option> own =
        options.stream().filter(o -> o.region().id().provider().equals(provider)).toList();
    List<String> refusals =
        own.isEmpty() ? List.of(nothingThere(context, flow, provider, picked.why())) : List.of();
    return Choice.of(Nearest.ranked(context, flow, own, picked.why()), refusals);
  }

  private static String nothingThere(
      Allocator.Context context, Flow flow, String provider, String why) {
    String rejected =
        Reasons.joined(
            context.options().rejectedFor(flow.target()).stream()
                .filter(r -> r.region().id().provider().equals(provider))
                .map(Object::toString)
                .toList());
    return why
        + ", but no offer there can hold it: "
        + (rejected.isEmpty() ? "the scenario rents nothing from " + provider : rejected);
  }
}
