package situs.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import situs.experiment.Progress;

/** Shows a bar on standard error once work has lasted long enough to wonder. */
final class LongWork implements Progress, AutoCloseable {
  private static final long PATIENCE_NS = 1_000_000_000L;
  private static final int WIDTH = 79;

  private final String task;
  private final long startNs = System.nanoTime();
  private @Nullable ProgressBar bar;

  LongWork(String task) {
    this.task = task;
  }

  @Override
  public void report(int done, int total) {
    if (bar == null && done < total && System.nanoTime() - startNs > PATIENCE_NS) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .clearDisplayOnFinish()
              .build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
