package situs.report;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What an experiment came from.
 *
 * @param version of Situs
 * @param javaVersion of the JDK that ran it
 * @param inputs every file that was read, in the order of reading
 * @param scale what demand and capacity of the files were multiplied by
 * @param warmUpFound whether pilot runs found the length of the warm-up; otherwise it was given
 * @param catalogueDates dates of the bundled figures, by table
 */
public record Origins(
    String version,
    String javaVersion,
    List<Path> inputs,
    double scale,
    boolean warmUpFound,
    SortedMap<String, String> catalogueDates) {

  public Origins {
    inputs = List.copyOf(inputs);
  }
}
