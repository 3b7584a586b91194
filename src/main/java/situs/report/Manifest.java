package situs.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import situs.experiment.Experiment;
import situs.experiment.StrategyResult;

/**
 * What is needed to repeat a run. No clock and no host enter it, so that equal runs write equal
 * bytes.
 *
 * @param scale what demand and capacity of the files were multiplied by
 * @param warmUpFound whether pilot runs found the length of the warm-up; otherwise it was given
 * @param catalogueDates oldest and newest date of the bundled figures, by table
 */
record Manifest(
    String situs,
    String java,
    String scenario,
    String starts,
    String duration,
    String warmUp,
    boolean warmUpFound,
    double scale,
    long seed,
    int replications,
    List<String> strategies,
    List<Input> inputs,
    SortedMap<String, String> catalogueDates) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** A file that was read. */
  record Input(String file, String sha256) {}

  static Manifest of(Experiment experiment, Origins origins) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (Path file : origins.inputs()) {
      inputs.add(new Input(file.toString().replace('\\', '/'), sha256(file)));
    }
    return new Manifest(
        origins.version(),
        origins.javaVersion(),
        experiment.scenario().name(),
        experiment.scenario().starts().toString(),
        experiment.scenario().duration().toString(),
        experiment.scenario().warmUp().toString(),
        origins.warmUpFound(),
        origins.scale(),
        experiment.scenario().seed(),
        experiment.scenario().replications(),
        experiment.results().stream().map(StrategyResult::strategy).toList(),
        inputs,
        origins.catalogueDates());
  }

  static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  String json() {
    return GSON.toJson(this) + "\n";
  }
}
