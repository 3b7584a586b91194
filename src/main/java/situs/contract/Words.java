package situs.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that a contract defines, and what a condition says once they are put in. */
final class Words {
  /** What stands before a word in a condition. */
  static final String PREFIX = "word.";

  /** A text in quotes, which is left alone, or a word. Possessive, as long texts overflow else. */
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|(?<![\\w.])word\\.(\\w+)");

  /** Words in words multiply: a page of text is more than any condition needs. */
  private static final long MOST_CHARACTERS = 20_000;

  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  /** Adds a word; its meaning may use the words before it. */
  void add(Definition definition) {
    definitions.put(definition.name(), definition);
    long size =
        Stream.concat(definition.base().stream(), definition.readings().values().stream())
            .mapToLong(this::size)
            .max()
            .orElse(0);
    sizes.put(definition.name(), size + 2);
  }

  /** Whether a condition grows beyond all need once every word in it is put in. */
  boolean areTooMany(String condition) {
    return size(condition) > MOST_CHARACTERS;
  }

  /** Most characters that a condition has with its words put in. */
  private long size(String condition) {
    long size = condition.length();
    Matcher token = TOKEN.matcher(condition);
    while (token.find()) {
      size += token.group(1) == null ? 0 : sizes.getOrDefault(token.group(1), 0L);
    }
    return size;
  }

  Collection<Definition> all() {
    return definitions.values();
  }

  /** The words that a condition uses, and those that these use in turn. */
  Set<Definition> usedIn(String condition) {
    Set<Definition> used = new LinkedHashSet<>();
    Matcher token = TOKEN.matcher(condition);
    while (token.find()) {
      Definition word = token.group(1) == null ? null : definitions.get(token.group(1));
      if (word != null && used.add(word)) {
        word.readings().values().forEach(meaning -> used.addAll(usedIn(meaning)));
        word.base().ifPresent(meaning -> used.addAll(usedIn(meaning)));
      }
    }
    return used;
  }

  /** A condition with every word replaced by what it means under a choice of readings. */
  String putInto(String condition, Construction construction) {
    Function<Definition, String> meaning =
        word ->
            construction
                .of(word.name(), word.readings().keySet(), word.readBy())
                .map(word::under)
                .orElseGet(() -> word.under(""));
    return TOKEN
        .matcher(condition)
        .replaceAll(
            token -> {
              Definition word = token.group(1) == null ? null : definitions.get(token.group(1));
              return Matcher.quoteReplacement(
                  word == null
                      ? token.group()
                      : "(" + putInto(meaning.apply(word), construction) + ")");
            });
  }
}
