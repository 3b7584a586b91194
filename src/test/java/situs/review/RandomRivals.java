package situs.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Contracts of a few clauses and words that can be read in several ways, as text. */
final class RandomRivals {
  private static final List<String> READINGS = List.of("letter", "spirit", "other");
  private static final int WORDS = 2;
  private static final int CLAUSES = 4;
  private static final int MOST_RIVALS = 5;

  private final Random random;
  private final List<String> names = new ArrayList<>();
  private int rivals;

  RandomRivals(Random random) {
    this.random = random;
  }

  String text() {
    StringBuilder out = new StringBuilder("contract: t\nterms: {open: open}\ndefine:\n");
    for (int i = 0; i < WORDS; i++) {
      out.append("  w").append(i).append(":\n    over: placement\n");
      boolean isRead = random.nextInt(3) > 0;
      out.append(!isRead || random.nextBoolean() ? "    means: " + condition() + "\n" : "");
      out.append(isRead ? readings(r -> "{means: " + condition() + "}") : "");
      names.add("word.w" + i);
    }
    out.append("clauses:\n");
    for (int i = 0; i < CLAUSES; i++) {
      out.append("  c").append(i).append(":\n    text: t\n    cite: t\n    over: placement\n");
      boolean isRead = random.nextInt(6) > 0;
      out.append(random.nextInt(3) == 0 ? "    when: " + condition() + "\n" : "");
      out.append(!isRead || random.nextBoolean() ? "    " + rule() + "\n" : "");
      out.append(isRead ? readings(this::demand) : "");
    }
    return out + (random.nextInt(3) == 0 ? permission() : "");
  }

  private String permission() {
    return "  may:\n    text: t\n    cite: t\n    over: placement\n    permit: "
        + condition()
        + "\n  only:\n    text: t\n    cite: t\n    over: placement\n    permitted-by: [may]\n";
  }

  private interface Written {
    String of(String reading);
  }

  /** Some of them, in their order. */
  private String readings(Written written) {
    TreeSet<Integer> some = new TreeSet<>(List.of(random.nextInt(READINGS.size())));
    if (rivals++ < MOST_RIVALS) {
      some.add(random.nextInt(READINGS.size()));
    }
    StringBuilder out = new StringBuilder("    readings:\n");
    some.forEach(
        i ->
            out.append("      ")
                .append(READINGS.get(i))
                .append(": ")
                .append(written.of(READINGS.get(i)))
                .append('\n'));
    return out.toString();
  }

  /** The spirit is mostly the stricter. */
  private String demand(String reading) {
    if (reading.equals("spirit") && random.nextInt(2) == 0) {
      return "{forbid: placement.provider == 'red'}";
    }
    return random.nextInt(2) == 0 ? "{objects: never}" : "{" + rule() + "}";
  }

  private String rule() {
    return (random.nextBoolean() ? "require: " : "forbid: ") + condition();
  }

  private String condition() {
    String one = atom();
    return "\""
        + (random.nextInt(3) == 0 ? one + (random.nextBoolean() ? " && " : " || ") + atom() : one)
        + "\"";
  }

  private String atom() {
    if (!names.isEmpty() && random.nextInt(2) == 0) {
      return (random.nextBoolean() ? "" : "!") + names.get(random.nextInt(names.size()));
    }
    return switch (random.nextInt(6)) {
      case 0 -> "term.open";
      case 1, 2 -> "placement.provider == 'blue'";
      default -> "placement.provider == 'red'";
    };
  }
}
