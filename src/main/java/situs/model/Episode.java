package situs.model;

/**
 * A stretch of time in which something was seen again and again, never with more than {@link
 * Span#TOGETHER_S} between two sightings.
 *
 * @param span from the first sighting to the last
 * @param requests seen in it
 * @param tokens likewise
 */
public record Episode(Span span, long requests, long tokens) {

  public Episode(double fromS, double untilS, long requests, long tokens) {
    this(new Span(fromS, untilS), requests, tokens);
  }

  public double fromS() {
    return span.fromS();
  }

  public double untilS() {
    return span.untilS();
  }
}
