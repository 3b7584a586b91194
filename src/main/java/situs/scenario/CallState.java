package situs.scenario;

import java.util.List;
import java.util.Optional;
import situs.document.MapReader;

/** The {@code call-state:} key: what the parties agree a model call to be, or that they do not. */
final class CallState {
  private static final String DISPUTED = "disputed";

  private CallState() {}

  /** The state, empty where it is disputed; {@code otherwise} where the key is absent. */
  static Optional<String> read(MapReader workload, Optional<String> otherwise) {
    Optional<String> word =
        workload.oneOf("call-state", List.of("stateless", "stateful", DISPUTED));
    return workload.has("call-state") ? word.filter(w -> !w.equals(DISPUTED)) : otherwise;
  }
}
