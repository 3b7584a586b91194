package situs.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import situs.difference.Change.Value;
import situs.document.InputException;
import situs.document.Names;

/**
 * The columns that two folders both have of a table. What only one of them has is a change of the
 * version that wrote it, and never one of results.
 *
 * @param inBoth those that are compared
 * @param changes one a column that is not
 */
record SharedColumns(Set<String> inBoth, List<Change> changes) {

  /**
   * @throws InputException where one has the table and the other does not, or one cannot be told
   *     what its rows are about
   */
  static SharedColumns of(Part part, StoredResults before, StoredResults after) {
    String table = part.table();
    whole(table, before, after);
    whole(table, after, before);
    Set<String> old = columns(part, before);
    Set<String> fresh = columns(part, after);
    Set<String> inBoth = new LinkedHashSet<>(old);
    inBoth.retainAll(fresh);
    Set<String> all = new LinkedHashSet<>(old);
    all.addAll(fresh);
    all.removeAll(inBoth);
    List<Change> changes = new ArrayList<>();
    for (String column : all) {
      changes.add(
          new Change(
              Manifests.PART,
              "",
              Cause.VERSION.word(),
              table + ".csv column " + column + ", not compared",
              Value.text(old.contains(column) ? "there" : ""),
              Value.text(fresh.contains(column) ? "there" : "")));
    }
    return new SharedColumns(inBoth, changes);
  }

  private static void whole(String table, StoredResults one, StoredResults other) {
    if (one.has(table) && !other.has(table)) {
      throw new InputException(
          "'%s' has no %s.csv, and '%s' has one: the folder is not whole; run its scenario again"
              .formatted(other.folder(), table, one.folder()));
    }
  }

  private static Set<String> columns(Part part, StoredResults results) {
    Set<String> columns = results.columns(part.table());
    if (results.has(part.table())) {
      for (String key : part.keys()) {
        if (!columns.contains(key)) {
          throw new InputException(
              "'"
                  + results.file(part.table())
                  + "' has no column '"
                  + key
                  + "'"
                  + Names.hint(key, columns));
        }
      }
    }
    return columns;
  }
}
