package situs.contract;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import situs.contract.Draft.Amendment;
import situs.contract.Draft.Exempt;
import situs.contract.Draft.Point;
import situs.contract.Draft.Span;
import situs.contract.Draft.Term;
import situs.contract.Draft.Way;
import situs.contract.Draft.Word;

/** Writes a draft as the file of a contract. */
final class DraftText {
  private DraftText() {}

  static String of(Draft draft) {
    StringBuilder out = new StringBuilder("contract: " + draft.name() + "\n");
    if (!draft.parties().isEmpty()) {
      out.append("parties: ").append(draft.parties()).append('\n');
    }
    section(out, "profiles", draft.profiles(), p -> profile(p, draft.readings()));
    section(out, "terms", draft.terms(), t -> t.map(yes -> yes ? "yes" : "no").orElse("open"));
    if (!draft.events().isEmpty()) {
      out.append("events:\n");
      draft.events().forEach(event -> out.append(line("  ", event, "e")));
    }
    if (!draft.words().isEmpty()) {
      out.append("define:\n");
      draft.words().forEach(w -> out.append(line("  ", w.name(), word(w))));
    }
    out.append("clauses:\n");
    draft.clauses().forEach(t -> out.append(line("  ", t.name(), clause(t))));
    if (!draft.amendments().isEmpty()) {
      out.append("amendments:\n");
      draft.amendments().forEach(a -> out.append(amendment(a)));
    }
    return out.toString();
  }

  private static String line(String indent, String name, String value) {
    return indent + name + ": " + value + "\n";
  }

  private static <T> void section(
      StringBuilder out, String key, Map<String, T> all, Function<T, String> value) {
    if (!all.isEmpty()) {
      out.append(key).append(":\n");
      all.forEach((name, item) -> out.append(line("  ", name, value.apply(item))));
    }
  }

  private static String mapping(List<String> parts) {
    return "{" + String.join(", ", parts) + "}";
  }

  private static <T> String mapping(Map<String, T> all, Function<T, String> value) {
    return all.entrySet().stream()
        .map(e -> e.getKey() + ": " + value.apply(e.getValue()))
        .collect(joining(", ", "{", "}"));
  }

  /** A preset that nothing names is refused, and says nothing. */
  private static String profile(Draft.Profile profile, Set<String> readings) {
    List<String> parts = new ArrayList<>();
    profile
        .preset()
        .filter(readings::contains)
        .ifPresent(preset -> parts.add("default: " + preset));
    if (!profile.picks().isEmpty()) {
      parts.add("readings: " + mapping(profile.picks(), pick -> pick));
    }
    return mapping(parts);
  }

  private static String word(Word word) {
    List<String> parts = new ArrayList<>(List.of("over: " + word.over().word()));
    word.base().ifPresent(base -> parts.add("means: " + quoted(base)));
    if (!word.readings().isEmpty()) {
      parts.add(
          word.named().stream()
              .map(r -> r + ": " + meaning(word.readings().get(r), word.readBy(r)))
              .collect(joining(", ", "readings: {", "}")));
    }
    return mapping(parts);
  }

  private static String meaning(Condition condition, List<String> readBy) {
    return readBy.isEmpty()
        ? quoted(condition)
        : "{means: " + quoted(condition) + ", as-read-by: " + readBy + "}";
  }

  private static String clause(Term term) {
    List<String> parts =
        new ArrayList<>(List.of("text: t", "cite: c", "over: " + term.over().word()));
    parts.addAll(inForce(term.inForce()));
    term.when().ifPresent(when -> parts.add("when: " + quoted(when)));
    term.demand().ifPresent(demand -> parts.add(demand.text()));
    if (!term.ways().isEmpty()) {
      parts.add("readings: " + mapping(term.ways(), DraftText::way));
    }
    parts.addAll(exempt(term.exempt()));
    return mapping(parts);
  }

  private static String way(Way way) {
    List<String> parts = new ArrayList<>();
    way.when().ifPresent(when -> parts.add("when: " + quoted(when)));
    way.demand().ifPresent(demand -> parts.add(demand.text()));
    if (way.never()) {
      parts.add("objects: never");
    }
    if (!way.readBy().isEmpty()) {
      parts.add("as-read-by: " + way.readBy());
    }
    return mapping(parts);
  }

  private static List<String> exempt(List<Exempt> exempt) {
    return exempt.isEmpty()
        ? List.of()
        : List.of(
            exempt.stream()
                .map(e -> e.label() + ": " + exempt(e))
                .collect(joining(", ", "except: {", "}")));
  }

  private static String exempt(Exempt exempt) {
    List<String> parts = new ArrayList<>(List.of("when: " + quoted(exempt.when())));
    parts.addAll(inForce(exempt.inForce()));
    exempt.instead().ifPresent(demand -> parts.add(demand.text()));
    parts.addAll(exempt(exempt.unless()));
    return mapping(parts);
  }

  private static List<String> inForce(Span span) {
    List<String> parts = new ArrayList<>();
    span.from().ifPresent(from -> parts.add("from: " + point(from)));
    if (!span.until().isEmpty()) {
      parts.add("until: " + span.until().stream().map(DraftText::point).toList());
    }
    return parts.isEmpty() ? List.of() : List.of("in-force: " + mapping(parts));
  }

  private static String point(Point point) {
    return point.event().orElseGet(() -> "2026-01-%02d".formatted(point.day() + 1));
  }

  private static String amendment(Amendment amendment) {
    StringBuilder out = new StringBuilder("  " + amendment.name() + ":\n");
    out.append(line("    ", "from", point(amendment.from())));
    if (!amendment.ends().isEmpty()) {
      out.append(line("    ", "ends", amendment.ends().toString()));
    }
    if (!amendment.replaces().isEmpty()) {
      out.append(line("    ", "replaces", mapping(amendment.replaces(), by -> by)));
    }
    if (!amendment.suspends().isEmpty()) {
      out.append(line("    ", "suspends", mapping(amendment.suspends(), DraftText::rest)));
    }
    if (!amendment.brings().isEmpty()) {
      out.append("    clauses:\n");
      amendment.brings().forEach(t -> out.append(line("      ", t.name(), clause(t))));
    }
    return out.toString();
  }

  private static String rest(Optional<Point> again) {
    return again.map(p -> "{until: " + point(p) + "}").orElse("{}");
  }

  private static String quoted(Condition condition) {
    return "'" + condition.text() + "'";
  }
}
