package situs.model;

import java.util.List;

/** The parts of the world that regions and metros lie in, as data names them. */
public final class Geography {
  public static final List<String> NAMES =
      List.of("africa", "asia", "europe", "middleeast", "northamerica", "oceania", "southamerica");

  private Geography() {}
}
