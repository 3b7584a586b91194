package situs.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import situs.model.Component;

/**
 * Which provider hosts what: of the many placements, what people argue about.
 *
 * @param hosts provider by component, all of them
 */
public record Architecture(SortedMap<Component, String> hosts) {

  public Architecture {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
  }

  /** Every way to give each component one of its providers, in the order of their names. */
  static List<Architecture> all(Map<Component, Set<String>> providers) {
    List<Architecture> all = List.of(new Architecture(new TreeMap<>()));
    for (Map.Entry<Component, Set<String>> component : new TreeMap<>(providers).entrySet()) {
      List<Architecture> longer = new ArrayList<>();
      for (Architecture begun : all) {
        for (String provider : new TreeSet<>(component.getValue())) {
          SortedMap<Component, String> hosts = new TreeMap<>(begun.hosts);
          hosts.put(component.getKey(), provider);
          longer.add(new Architecture(hosts));
        }
      }
      all = longer;
    }
    return all;
  }

  /** {@code all on azure}, or {@code aws: agents.runtime; azure: api.model}. */
  public String words() {
    Map<String, List<Component>> byProvider =
        hosts.keySet().stream()
            .collect(Collectors.groupingBy(hosts::get, TreeMap::new, Collectors.toList()));
    if (byProvider.size() == 1) {
      return "all on " + hosts.get(hosts.firstKey());
    }
    return byProvider.entrySet().stream()
        .map(e -> e.getKey() + ": " + names(e.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String names(List<Component> components) {
    return components.stream().map(Component::toString).collect(Collectors.joining(", "));
  }
}
