package situs.model;

/** A region of a provider, written {@code azure/eastus2}. */
public record RegionId(String provider, String name) implements Comparable<RegionId> {

  /** Reads {@code provider/region}; throws {@link IllegalArgumentException} for another shape. */
  public static RegionId parse(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1 || text.indexOf('/', slash + 1) >= 0) {
      throw new IllegalArgumentException("'" + text + "' is not of the form provider/region");
    }
    return new RegionId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(RegionId other) {
    int byProvider = provider.compareTo(other.provider);
    return byProvider != 0 ? byProvider : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return provider + "/" + name;
  }
}
