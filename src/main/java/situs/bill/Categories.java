package situs.bill;

/** Values of FOCUS' ServiceCategory that occur here. */
final class Categories {
  static final String AI = "AI and Machine Learning";
  static final String COMPUTE = "Compute";
  static final String NETWORKING = "Networking";
  static final String STORAGE = "Storage";

  private Categories() {}
}
