package situs.model;

/** What gets placed: a part of a workload, written {@code gpt-api.model}. */
public record Component(String workload, ComponentKind kind) implements Comparable<Component> {

  @Override
  public int compareTo(Component other) {
    int byWorkload = workload.compareTo(other.workload);
    return byWorkload != 0 ? byWorkload : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return workload + "." + kind.word();
  }
}
