package situs.document;

import java.util.List;

/** In which order the keys of mappings stand. */
public interface KeyOrder {

  /** Keys of this mapping in their order; others stay behind them as they are. */
  List<String> keys();

  /** Whether each entry of this mapping stands apart, by an empty line. */
  boolean standsApart();

  /** That of the value of a key, whether a mapping or a list of mappings. */
  KeyOrder of(String key);
}
