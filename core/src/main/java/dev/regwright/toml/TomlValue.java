package dev.regwright.toml;

/** A value and the range of the text it was written in. */
public sealed interface TomlValue permits TomlScalar, TomlArray, TomlTable {
  /** Index in the text of the value's first character. */
  int start();

  /** Index just behind the value's last character. */
  int end();
}
