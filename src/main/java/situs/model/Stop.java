package situs.model;

/**
 * A station of a route.
 *
 * @param role {@code client}, {@code runtime}, {@code model} or {@code state}
 * @param provider {@code client} for the client itself
 * @param place {@code azure/eastus2}, or the metro's name
 */
public record Stop(String role, String provider, String place, String country, String geography) {

  public static Stop client(Metro metro) {
    return new Stop("client", "client", metro.name(), metro.country(), metro.geography());
  }

  public static Stop at(String role, Region region) {
    return new Stop(
        role, region.id().provider(), region.id().toString(), region.country(), region.geography());
  }
}
