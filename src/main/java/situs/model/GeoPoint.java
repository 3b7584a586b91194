package situs.model;

/** A point on the globe, degrees north and east. */
public record GeoPoint(double latitude, double longitude) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  public GeoPoint {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("not on the globe: " + latitude + ", " + longitude);
    }
  }

  /** Great-circle distance in km, by the haversine formula on the mean sphere. */
  public double distanceKm(GeoPoint other) {
    double phi = Math.toRadians(latitude);
    double psi = Math.toRadians(other.latitude);
    double halfLat = StrictMath.sin((psi - phi) / 2);
    double halfLon = StrictMath.sin(Math.toRadians(other.longitude - longitude) / 2);
    double h = halfLat * halfLat + StrictMath.cos(phi) * StrictMath.cos(psi) * halfLon * halfLon;
    return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(h)));
  }
}
