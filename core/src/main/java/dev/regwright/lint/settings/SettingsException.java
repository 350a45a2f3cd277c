package dev.regwright.lint.settings;

/** Settings that cannot be used. The message says where and why, on one line. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
