package situs.cli;

import picocli.CommandLine.Option;
import situs.report.TableFormat;

/** How a table is written, mixed into the commands that print one. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of: table, csv, json, markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format;

  TableFormat format() {
    return format;
  }
}
