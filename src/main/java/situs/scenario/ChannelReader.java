package situs.scenario;

import java.util.Optional;
import situs.document.Issues;
import situs.document.MapReader;
import situs.model.Channel;

/** The {@code channel:} block: who sells the workload, and to whom. */
final class ChannelReader {
  private static final String COMMERCIAL = "commercial";
  static final String WORD = "[a-z][a-z0-9-]*";

  private final Optional<String> owner;
  private final Issues issues;

  ChannelReader(Optional<String> owner, Issues issues) {
    this.owner = owner;
    this.issues = issues;
  }

  /** The channel; without the block the owner sells it. */
  Optional<Channel> read(MapReader workload) {
    Optional<MapReader> block = workload.mapping("channel");
    if (block.isEmpty()) {
      if (owner.isEmpty() && !workload.has("channel")) {
        workload.requiredNode("channel", "{seller: openai}");
      }
      return owner.map(o -> channel(o, COMMERCIAL));
    }
    Optional<String> seller = word(block.get(), "seller");
    if (!block.get().has("seller")) {
      block.get().requiredNode("seller", owner.orElse("aws"));
    }
    Optional<String> segment = word(block.get(), "segment");
    block.get().done();
    return seller.map(s -> channel(s, segment.orElse(COMMERCIAL)));
  }

  private Channel channel(String seller, String segment) {
    return new Channel(
        seller,
        owner.map(o -> o.equals(seller) ? Channel.Party.FIRST : Channel.Party.THIRD),
        segment);
  }

  private Optional<String> word(MapReader reader, String key) {
    return word(reader, key, issues);
  }

  /** A lower-case word under a key. */
  static Optional<String> word(MapReader reader, String key, Issues issues) {
    Optional<String> text = reader.text(key);
    if (text.isPresent() && !text.get().matches(WORD)) {
      issues.add(
          reader.at(key),
          "'"
              + key
              + "' must be a lower-case word such as 'aws' or 'us-national-security', is '"
              + text.get()
              + "'");
      return Optional.empty();
    }
    return text;
  }
}
