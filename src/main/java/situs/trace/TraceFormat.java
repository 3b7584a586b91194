package situs.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a trace is written. */
public enum TraceFormat {
  /** CSV as in the Azure LLM inference traces (github.com/Azure/AzurePublicDataset). */
  AZURE,
  /** JSON lines as in the traces of Mooncake (github.com/kvcache-ai/Mooncake). */
  MOONCAKE,
  /** CSV with columns that are named. */
  CSV;

  /** As it is written in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(TraceFormat::word).toList();
  }
}
