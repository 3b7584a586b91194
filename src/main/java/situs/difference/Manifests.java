package situs.difference;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import situs.difference.Change.Value;

/** What two runs were made from. */
final class Manifests {
  static final String PART = "manifest";

  private static final String INPUTS = "inputs";

  /** Fields that are no inputs and no options. */
  private static final Map<String, Cause> CAUSES =
      Map.of(
          "situs", Cause.VERSION,
          "java", Cause.VERSION,
          "seed", Cause.SEED,
          "scenario", Cause.INPUTS,
          "catalogueDates", Cause.INPUTS);

  private Manifests() {}

  /** By field, in the order of the first manifest; files by name. */
  static List<Change> changes(JsonObject before, JsonObject after) {
    List<Change> changes = new ArrayList<>(inputs(before, after));
    Set<String> fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(after.keySet());
    fields.remove(INPUTS);
    for (String field : fields) {
      String old = text(before, field);
      String fresh = text(after, field);
      if (!old.equals(fresh)) {
        changes.add(change(CAUSES.getOrDefault(field, Cause.OPTIONS), field, old, fresh));
      }
    }
    return changes;
  }

  /** A file that lies elsewhere with the same content is the same input. */
  private static List<Change> inputs(JsonObject before, JsonObject after) {
    Map<String, String> old = hashes(before);
    Map<String, String> fresh = hashes(after);
    Set<String> files = new LinkedHashSet<>(old.keySet());
    files.addAll(fresh.keySet());
    List<Change> changes = new ArrayList<>();
    for (String file : files) {
      String a = old.getOrDefault(file, "");
      String b = fresh.getOrDefault(file, "");
      boolean elsewhere =
          a.isEmpty() && old.containsValue(b) || b.isEmpty() && fresh.containsValue(a);
      if (!a.equals(b) && !elsewhere) {
        changes.add(change(Cause.INPUTS, file, a, b));
      }
    }
    return changes;
  }

  private static Change change(Cause cause, String field, String before, String after) {
    return new Change(PART, "", cause.word(), field, Value.text(before), Value.text(after));
  }

  private static Map<String, String> hashes(JsonObject manifest) {
    Map<String, String> hashes = new LinkedHashMap<>();
    if (manifest.has(INPUTS)) {
      for (JsonElement input : manifest.getAsJsonArray(INPUTS)) {
        JsonObject object = input.getAsJsonObject();
        hashes.put(text(object, "file"), text(object, "sha256"));
      }
    }
    return hashes;
  }

  private static String text(JsonObject object, String field) {
    JsonElement value = object.get(field);
    if (value == null) {
      return "";
    }
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }
}
