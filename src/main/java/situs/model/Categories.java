package situs.model;

/** Values of FOCUS' ServiceCategory that occur here. */
public final class Categories {
  public static final String AI = "AI and Machine Learning";
  public static final String COMPUTE = "Compute";
  public static final String NETWORKING = "Networking";
  public static final String STORAGE = "Storage";

  /** Of what a contract makes payable, and no provider sells. */
  public static final String OTHER = "Other";

  private Categories() {}
}
