package situs.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a condition can tell apart, read from its text: it compares facts with texts and with each
 * other, joined by logic, or it computes.
 *
 * @param computes whether it does more than to compare: then nothing can be said of it
 * @param texts that it compares facts with, and beginnings of texts with an end of their own
 * @param comparesFacts whether it compares facts with each other
 * @param longestList texts in the longest list that a list is compared with
 */
record Vocabulary(boolean computes, Set<String> texts, boolean comparesFacts, int longestList) {
  /** Ends a text of which only the beginning is asked for. */
  private static final String END = "-and-more";

  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"\\\\]*\"|'[^'\\\\]*'|[A-Za-z_][\\w.]*|==|!=|&&|\\|\\||[^\\s\\w]|\\d+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.]*");
  private static final Set<String> COMPARING = Set.of("==", "!=", "in");
  private static final Set<String> LOGIC =
      Set.of("==", "!=", "&&", "||", "!", "?", ":", "(", ")", "[", "]", ",");
  private static final Set<String> MACROS = Set.of("exists", "all", "exists_one");

  Vocabulary {
    texts = Set.copyOf(texts);
  }

  static Vocabulary of(String condition) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(condition);
    while (token.find()) {
      tokens.add(token.group());
    }
    return new Vocabulary(
        any(tokens, i -> computes(tokens, i)),
        texts(tokens),
        any(tokens, i -> COMPARING.contains(tokens.get(i)) && comparesFacts(tokens, i)),
        longest(tokens));
  }

  private static boolean any(List<String> tokens, Predicate<Integer> holds) {
    for (int i = 0; i < tokens.size(); i++) {
      if (holds.test(i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean computes(List<String> tokens, int i) {
    String token = tokens.get(i);
    if (token.startsWith("event.")) {
      return true;
    }
    if (!isName(token)) {
      return !isText(token) && !LOGIC.contains(token)
          || token.equals("[") && isName(at(tokens, i - 1)) && !at(tokens, i - 1).equals("in");
    }
    return at(tokens, i + 1).equals("(") && !token.equals("in") && !isPlainCall(tokens, i);
  }

  private static boolean isPlainCall(List<String> tokens, int i) {
    String called = tokens.get(i).substring(tokens.get(i).lastIndexOf('.') + 1);
    return MACROS.contains(called)
        || called.equals("startsWith")
            && isText(at(tokens, i + 2))
            && at(tokens, i + 3).equals(")");
  }

  private static Set<String> texts(List<String> tokens) {
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isText(tokens.get(i))) {
        String text = tokens.get(i).substring(1, tokens.get(i).length() - 1);
        texts.add(text);
        if (at(tokens, i - 2).endsWith(".startsWith")) {
          texts.add(text + END);
        }
      }
    }
    return texts;
  }

  /** Neither side is a text, or a list of texts. */
  private static boolean comparesFacts(List<String> tokens, int i) {
    String left = at(tokens, i - 1);
    String right = at(tokens, i + 1);
    boolean listsTexts = right.equals("[") && (isText(at(tokens, i + 2)) || left.equals("]"));
    return !isText(left) && !isText(right) && !(listsTexts && onlyTexts(tokens, i + 2));
  }

  private static boolean onlyTexts(List<String> tokens, int from) {
    for (int i = from; i < tokens.size() && !tokens.get(i).equals("]"); i++) {
      if (!isText(tokens.get(i)) && !tokens.get(i).equals(",")) {
        return false;
      }
    }
    return true;
  }

  private static int longest(List<String> tokens) {
    int longest = 0;
    int current = 0;
    boolean compared = false;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).equals("[")) {
        current = 0;
        compared = !at(tokens, i - 1).equals("in");
      } else if (isText(tokens.get(i))) {
        current++;
      } else if (tokens.get(i).equals("]") && compared) {
        longest = Math.max(longest, current);
      }
    }
    return longest;
  }

  private static String at(List<String> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : "";
  }

  private static boolean isName(String token) {
    return NAME.matcher(token).matches();
  }

  private static boolean isText(String token) {
    return token.startsWith("\"") || token.startsWith("'");
  }
}
