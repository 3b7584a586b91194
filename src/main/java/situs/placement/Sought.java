package situs.placement;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import situs.optimise.Effort;

/** What a search for the best came to. */
public sealed interface Sought<T> {

  /** The best found. */
  record Found<T>(T best) implements Sought<T> {
    @Override
    public Optional<T> decided() {
      return Optional.of(best);
    }

    @Override
    public Optional<T> found() {
      return Optional.of(best);
    }

    @Override
    public <R> Sought<R> map(Function<T, R> function) {
      return new Found<>(function.apply(best));
    }
  }

  /** There is none: that is proven. */
  record Impossible<T>() implements Sought<T> {
    @Override
    public Optional<T> decided() {
      return Optional.empty();
    }

    @Override
    public Sought<T> orIfImpossible(Supplier<Sought<T>> other) {
      return other.get();
    }

    @Override
    public <R> Sought<R> map(Function<T, R> function) {
      return new Impossible<>();
    }
  }

  /**
   * None was found, and none was excluded.
   *
   * @param limits at which the search ended
   */
  record Undecided<T>(Effort limits) implements Sought<T> {

    /** {@code none found within 20000 nodes or 600 s, none excluded}. */
    public String words() {
      return "none found within " + limits.words() + ", none excluded";
    }

    @Override
    public Optional<T> decided() {
      throw new UndecidedException(limits);
    }

    @Override
    public <R> Sought<R> map(Function<T, R> function) {
      return new Undecided<>(limits);
    }
  }

  /**
   * The best; empty when there is none.
   *
   * @throws UndecidedException when nobody knows
   */
  Optional<T> decided();

  /** The best that was found, whether or not there is more to say where none was. */
  default Optional<T> found() {
    return Optional.empty();
  }

  /** This, unless it is proven that there is none: then another. */
  default Sought<T> orIfImpossible(Supplier<Sought<T>> other) {
    return this;
  }

  <R> Sought<R> map(Function<T, R> function);
}
