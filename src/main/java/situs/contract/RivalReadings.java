package situs.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;

/** What of contracts can be read in several ways, each by itself. */
public final class RivalReadings {
  private final List<RivalText> texts;
  private final List<Item> items;

  /**
   * A clause or a word.
   *
   * @param name of the clause, or {@code word.NAME}
   * @param readings in the order of the file; {@code ""} is none of those named, as it stands
   */
  public record Item(String contract, String name, List<String> readings) {
    static final String WORD = "word.";

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

    /** The ways to read it, in words: {@code t/first as spirit}. */
    public String as(String reading) {
      return this
          + (reading.equals(Construction.AS_IT_STANDS) ? " as it stands" : " as " + reading);
    }

    @Override
    public String toString() {
      return contract + "/" + name;
    }
  }

  private RivalReadings(List<RivalText> texts) {
    this.texts = texts;
    Set<String> asked = new LinkedHashSet<>();
    texts.forEach(text -> asked.addAll(text.readings()));
    this.items = texts.stream().flatMap(text -> text.items(asked).stream()).toList();
  }

  /**
   * Of the contracts among files that have been read without an error.
   *
   * @param files others are left out
   */
  public static RivalReadings of(List<Path> files) {
    List<RivalText> texts = new ArrayList<>();
    for (Path file : files) {
      Document.read(file, new Issues())
          .filter(Node.Mapping.class::isInstance)
          .map(Node.Mapping.class::cast)
          .filter(root -> root.entries().containsKey("contract"))
          .ifPresent(root -> texts.add(new RivalText(root)));
    }
    return new RivalReadings(List.copyOf(texts));
  }

  /** Everything with two readings or more. */
  public List<Item> items() {
    return items;
  }

  /** Those on which what a clause says may depend; how others are read is nothing to it. */
  public List<Item> bearingOn(String contract, String clause) {
    Set<String> names = new LinkedHashSet<>();
    texts.stream()
        .filter(text -> text.name().equals(contract))
        .forEach(text -> names.addAll(text.bearing(clause)));
    return items.stream()
        .filter(item -> item.contract().equals(contract) && names.contains(item.name()))
        .toList();
  }

  /**
   * The contracts under choices of readings, which are then the readings to judge under.
   *
   * @param choices by a name that is no reading's: the reading of each item that is not read as the
   *     preset has it
   * @param preset reading or profile of all the rest
   * @param circumstances of the contracts
   */
  public Contracts chosen(
      Map<String, Map<Item, String>> choices, String preset, Circumstances circumstances) {
    List<Contract> contracts = new ArrayList<>();
    for (RivalText text : texts) {
      List<Construction> constructions = new ArrayList<>();
      choices.forEach(
          (name, picks) ->
              constructions.add(
                  new Construction(name, Optional.of(preset), picks(text.name(), picks))));
      contracts.add(
          ContractFile.of(text.root(), new Issues(), constructions)
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
