package situs.contract;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inputs that nobody would write, from a seed: expressions, and files changed by chance. */
final class FuzzInputs {
  private static final List<String> FACTS =
      List.of(
          "owner",
          "chain",
          "chain_regions",
          "hop.to",
          "target.provider",
          "call.state",
          "customer.segment",
          "term.open_one",
          "event.it_happens",
          "nonsense",
          "hop",
          "chain[0]",
          "room");
  private static final List<String> LITERALS =
      List.of(
          "\"azure\"",
          "'a'",
          "\"\"",
          "1",
          "-1",
          "0",
          "9223372036854775807",
          "18446744073709551615u",
          "1e308",
          "0.1",
          "true",
          "false",
          "null",
          "b\"\\xff\"",
          "[]",
          "[1, 'a', true]",
          "{}",
          "{'a': chain}",
          "duration('1h')",
          "timestamp('2026-01-01T00:00:00Z')",
          "\"\\U0010ffff\"",
          "[1,2,3,4,5,6,7,8,9]",
          "google.protobuf.Struct{}",
          "type(1)");
  private static final List<String> TEXTS =
      List.of("owner", "hop.to", "target.provider", "call.state", "customer.segment", "chain[0]");
  private static final List<String> QUOTED = List.of("'azure'", "\"model\"", "''", "'stateless'");
  private static final List<String> OPERATORS =
      List.of("==", "!=", "<", ">=", "&&", "||", "+", "-", "*", "/", "%", "in");
  private static final List<String> FUNCTIONS =
      List.of(
          "size",
          "int",
          "uint",
          "double",
          "string",
          "bytes",
          "dyn",
          "type",
          "has",
          "duration",
          "timestamp",
          "bool",
          "matches",
          "nothing");
  private static final List<String> METHODS =
      List.of("startsWith", "endsWith", "contains", "matches", "size", "getHours", "nothing");
  private static final List<String> MACROS =
      List.of("all", "exists", "exists_one", "map", "filter");
  private static final List<String> PATTERNS =
      List.of("'('", "'(a*)*b'", "'((a{900}){900}){900}'", "'[[:alpha:]]+'", "'.*'", "'\\\\p{L}'");

  /** What a word or a line of a file may become. */
  static final List<String> TOKENS =
      List.of(
          "",
          "~",
          "[]",
          "{}",
          "[[a]]",
          "{a: {b: c}}",
          "{? [a] : b}",
          "-1",
          "0",
          "1e99 USD",
          "1e-99",
          "NaN",
          "Infinity",
          "true",
          "yes",
          "open",
          "99999999999999999999",
          "0x10",
          "1 h",
          "-3 d",
          "1e300 d",
          "200 %",
          "2026-02-30",
          "+999999999-12-31",
          "99999999999-01-01",
          "&a b",
          "*a",
          "!!binary x",
          "!x y",
          "|",
          ">-",
          "'",
          "\"",
          "((((",
          "# ",
          "%",
          "\t",
          ": ",
          "- ",
          ",",
          "}",
          "]",
          "\"\\0\"",
          "\"\\uD83D\\uDE00 == orign\"",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "..",
          "/",
          "a/b/c",
          "<<: x",
          "require",
          "forbid",
          "placement",
          "route",
          "charge",
          "word.it",
          "chain[9] == \"a\"",
          "'owner.matches(\"[\")'",
          "1/0 == 1",
          "dyn(owner)",
          "until",
          "from");

  private final Random random;

  FuzzInputs(long seed) {
    this.random = new Random(seed);
  }

  /** A condition: by a grammar, by a bomb's plan, or either with characters changed. */
  String condition() {
    String made = random.nextInt(50) == 0 ? bomb() : truth(random.nextInt(5));
    return random.nextInt(3) == 0 ? spoilt(made, 1 + random.nextInt(3)) : made;
  }

  /** What is mostly true or false, and in one place of six anything. */
  private String truth(int depth) {
    if (depth == 0) {
      return one(TEXTS) + (random.nextBoolean() ? " == " : " != ") + one(QUOTED);
    }
    String a = truth(random.nextInt(depth));
    return switch (random.nextInt(9)) {
      case 0 -> a + " && " + truth(random.nextInt(depth));
      case 1 -> "(" + a + " || " + truth(random.nextInt(depth)) + ")";
      case 2 -> "!(" + a + ")";
      case 3 -> "(" + a + " ? " + truth(random.nextInt(depth)) + " : term.open_one)";
      case 4 -> "chain." + one(MACROS.subList(0, 3)) + "(p, p == " + one(TEXTS) + " || " + a + ")";
      case 5 -> one(TEXTS) + "." + one(METHODS.subList(0, 4)) + "(" + one(PATTERNS) + ")";
      case 6 -> one(TEXTS) + " in " + (random.nextBoolean() ? "chain" : "[" + one(QUOTED) + "]");
      default -> random.nextBoolean() ? expression(depth) : a;
    };
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? one(LITERALS) : one(FACTS);
    }
    String a = expression(random.nextInt(depth));
    String b = expression(random.nextInt(depth));
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> a + " " + one(OPERATORS) + " " + b;
      case 3 -> one(FACTS) + " == \"" + "azure".substring(random.nextInt(5)) + "\" && " + b;
      case 4 -> "(" + a + " || " + b + ")";
      case 5 -> "!" + a;
      case 6 -> a + " ? " + b + " : " + expression(random.nextInt(depth));
      case 7 -> one(FUNCTIONS) + "(" + a + ")";
      case 8 -> a + "." + one(METHODS) + "(" + (random.nextBoolean() ? one(PATTERNS) : b) + ")";
      case 9 -> (random.nextBoolean() ? "chain" : a) + "." + one(MACROS) + "(p, " + b + " == p)";
      case 10 -> a + "[" + b + "]";
      default -> "[" + a + ", " + b + "]";
    };
  }

  /** Small to write and large to compile or to evaluate, were nothing to limit it. */
  private String bomb() {
    int n = 1 + random.nextInt(400);
    String list = "[" + "1,".repeat(random.nextInt(60)) + "1]";
    return switch (random.nextInt(8)) {
      case 0 -> "(".repeat(n) + "true" + ")".repeat(n);
      case 1 -> "!".repeat(n) + "true";
      case 2 -> "true" + " && true".repeat(n * 8);
      case 3 -> nested(list, 1 + random.nextInt(8));
      case 4 -> "owner.matches('" + "(a{1000})".repeat(1 + n / 20) + "')";
      case 5 -> "[".repeat(n) + "]".repeat(n) + " == []";
      case 6 -> list + ".map(x, '" + "s".repeat(n * 20) + "' + string(x)).size() == 1";
      default -> "owner" + " + owner".repeat(n) + " == ''";
    };
  }

  private static String nested(String list, int depth) {
    return IntStream.range(0, depth)
            .mapToObj(i -> list + ".all(x" + i + ", ")
            .collect(Collectors.joining())
        + "true"
        + ")".repeat(depth);
  }

  /** A text changed in a few places: words, lines, characters, brackets without end. */
  String spoilt(String text, int times) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < times; i++) {
      spoil(out);
    }
    return out.toString();
  }

  private void spoil(StringBuilder out) {
    int from = random.nextInt(out.length() + 1);
    int until = Math.min(out.length(), from + random.nextInt(12));
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> word(out, from);
      case 3 -> out.delete(from, until);
      case 4 -> out.insert(from, out.substring(from, until));
      case 5 -> out.insert(from, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
      case 6 -> line(out, from);
      case 7 -> out.insert(from, one(TOKENS));
      default -> {
        if (random.nextInt(20) == 0) {
          out.insert(from, one(List.of("[", "{a: ", "- ", "(")).repeat(random.nextInt(5_000)));
        }
      }
    }
  }

  private void word(StringBuilder out, int at) {
    int from = at;
    while (from > 0 && isWord(out.charAt(from - 1))) {
      from--;
    }
    int until = at;
    while (until < out.length() && isWord(out.charAt(until))) {
      until++;
    }
    out.replace(from, until, one(TOKENS));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || "._-/".indexOf(c) >= 0;
  }

  /** A line twice, not at all, or further in. */
  private void line(StringBuilder out, int at) {
    int from = out.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
    int end = out.indexOf("\n", from);
    String line = out.substring(from, end < 0 ? out.length() : end + 1);
    switch (random.nextInt(3)) {
      case 0 -> out.insert(from, line);
      case 1 -> out.delete(from, from + line.length());
      default -> out.insert(from, "  ");
    }
  }

  /** Bytes that may or may not be text. */
  byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) "{}[]:,-#&*!|>'\"%@` \n\tab01?~".charAt((bytes[i] & 0xff) % 27);
      }
    }
    return bytes;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
