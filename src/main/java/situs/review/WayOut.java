package situs.review;

import java.util.List;

/**
 * A smallest change of a subject after which a reading has nothing against it.
 *
 * @param what is changed: {@code region of the model}, {@code seller}
 * @param to what each of these becomes, in the same order; several values are each enough by
 *     themselves where one thing is changed
 * @param but what clauses so read then have against other parts of the placement, which change with
 *     it, and had not before; empty where all of it may be so
 * @param untold clauses of which only a run can tell, before the change and after it
 */
public record WayOut(
    List<String> what, List<List<String>> to, List<String> but, List<String> untold) {

  public WayOut {
    what = List.copyOf(what);
    to = to.stream().map(List::copyOf).toList();
    but = List.copyOf(but);
    untold = List.copyOf(untold);
  }

  /** One that no run need tell of. */
  WayOut(List<String> what, List<List<String>> to, List<String> but) {
    this(what, to, but, List.of());
  }
}
