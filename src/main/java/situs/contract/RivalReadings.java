package situs.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;

/** What of contracts can be read in several ways, each by itself. */
public final class RivalReadings {
  private final List<Node.Mapping> roots;

  /**
   * A clause or a word.
   *
   * @param name of the clause, or {@code word.NAME}
   * @param readings in the order of the file
   */
  public record Item(String contract, String name, List<String> readings) {
    private static final String WORD = "word.";

    public Item {
      readings = List.copyOf(readings);
    }

    public boolean isWord() {
      return name.startsWith(WORD);
    }

    /** By which constructions know it. */
    private String key() {
      return isWord() ? name.substring(WORD.length()) : name;
    }

    /** How a reading of everything reads it. */
    public String under(String reading) {
      return readings.contains(reading) ? reading : readings.get(0);
    }

    @Override
    public String toString() {
      return contract + "/" + name;
    }
  }

  private RivalReadings(List<Node.Mapping> roots) {
    this.roots = roots;
  }

  /**
   * Of the contracts among files that have been read without an error.
   *
   * @param files others are left out
   */
  public static RivalReadings of(List<Path> files) {
    List<Node.Mapping> roots = new ArrayList<>();
    for (Path file : files) {
      Document.read(file, new Issues())
          .filter(Node.Mapping.class::isInstance)
          .map(Node.Mapping.class::cast)
          .filter(root -> root.entries().containsKey("contract"))
          .ifPresent(roots::add);
    }
    return new RivalReadings(List.copyOf(roots));
  }

  /** Everything with two readings or more. */
  public List<Item> items() {
    return roots.stream().flatMap(RivalReadings::items).toList();
  }

  private static Stream<Item> items(Node.Mapping root) {
    Stream<Node.Mapping> amended =
        children(root, "amendments").map(Node.Entry::value).flatMap(RivalReadings::mapping);
    return Stream.concat(
            children(root, "define").map(word -> item(root, word, Item.WORD)),
            Stream.concat(Stream.of(root), amended)
                .flatMap(part -> children(part, "clauses"))
                .map(clause -> item(root, clause, "")))
        .filter(item -> item.readings().size() > 1);
  }

  private static Item item(Node.Mapping root, Node.Entry entry, String prefix) {
    List<String> readings =
        mapping(entry.value())
            .flatMap(clause -> children(clause, "readings"))
            .map(Node.Entry::key)
            .toList();
    String key = prefix.isEmpty() ? entry.key() : entry.key().replace('-', '_');
    return new Item(name(root), prefix + key, readings);
  }

  private static String name(Node.Mapping root) {
    return Optional.ofNullable(root.entries().get("contract"))
        .map(Node.Entry::value)
        .filter(Node.Scalar.class::isInstance)
        .map(text -> ((Node.Scalar) text).text())
        .orElse("");
  }

  private static Stream<Node.Entry> children(Node.Mapping of, String key) {
    return Optional.ofNullable(of.entries().get(key)).stream()
        .flatMap(entry -> mapping(entry.value()))
        .flatMap(all -> all.entries().values().stream());
  }

  private static Stream<Node.Mapping> mapping(Node node) {
    return node instanceof Node.Mapping all ? Stream.of(all) : Stream.empty();
  }

  /**
   * The contracts under choices of readings, which are then the readings to judge under.
   *
   * @param choices by a name that is no reading's: the reading of each item that is not read as the
   *     preset has it
   * @param preset reading of all the rest
   * @param circumstances of the contracts
   */
  public Contracts chosen(
      Map<String, Map<Item, String>> choices, String preset, Circumstances circumstances) {
    List<Contract> contracts = new ArrayList<>();
    for (Node.Mapping root : roots) {
      List<Construction> constructions = new ArrayList<>();
      choices.forEach(
          (name, picks) ->
              constructions.add(
                  new Construction(name, Optional.of(preset), picks(name(root), picks))));
      contracts.add(
          ContractFile.of(root, new Issues(), constructions)
              .orElseThrow(() -> new IllegalStateException("was read without an error before")));
    }
    return new Contracts(contracts, circumstances.withReadings(List.copyOf(choices.keySet())));
  }

  private static Map<String, String> picks(String contract, Map<Item, String> picks) {
    Map<String, String> own = new LinkedHashMap<>();
    picks.forEach(
        (item, reading) -> {
          if (item.contract().equals(contract)) {
            own.put(item.key(), reading);
          }
        });
    return own;
  }
}
