package situs.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;
import situs.model.Distribution;

/** A table of quantiles: {@code {p0: 16, p50: 1020, p90: 2734, p100: 14050}}, ascending. */
final class QuantilesReader {
  private static final String SHAPE = "p(100|[0-9]{1,2}(\\.[0-9]+)?)";

  private final Issues issues;
  private final List<Double> shares = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  QuantilesReader(Issues issues) {
    this.issues = issues;
  }

  /**
   * @param value reads what stands under a key; what is wrong with it is among the issues
   */
  Optional<Distribution> read(MapReader table, BiFunction<Node, String, Optional<Double>> value) {
    boolean right = true;
    for (Node.Entry entry : table.entries()) {
      Optional<Double> share = share(entry);
      Optional<Double> read = value.apply(entry.value(), entry.key());
      right &= share.isPresent() && read.isPresent() && ascends(entry, share.get(), read.get());
    }
    if (right && (shares.size() < 2 || shares.get(0) != 0 || shares.get(shares.size() - 1) != 1)) {
      issues.add(table.at(), "'quantiles' begin with p0 and end with p100");
      right = false;
    }
    return right ? Optional.of(new Distribution.Quantiles(shares, values)) : Optional.empty();
  }

  private Optional<Double> share(Node.Entry entry) {
    if (!entry.key().matches(SHAPE)) {
      issues.add(entry.at(), "a quantile is named p0 to p100, is '" + entry.key() + "'");
      return Optional.empty();
    }
    BigDecimal percent = new BigDecimal(entry.key().substring(1));
    return Optional.of(percent.movePointLeft(2).doubleValue());
  }

  private boolean ascends(Node.Entry entry, double share, double value) {
    int last = shares.size() - 1;
    boolean ok = last < 0 || share > shares.get(last) && value >= values.get(last);
    if (!ok) {
      issues.add(entry.at(), "'" + entry.key() + "' must follow the one before, and be no less");
    }
    shares.add(share);
    values.add(value);
    return ok;
  }
}
