package dev.regwright.run;

import org.jspecify.annotations.Nullable;

/** Which Regwright this is. */
public final class ToolVersion {
  private ToolVersion() {}

  /** From the jar's manifest; class files of a build in progress have none. */
  public static String text() {
    @Nullable String version = ToolVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
