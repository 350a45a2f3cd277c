package dev.regwright.toml;

/**
 * Whose reading of TOML is wanted. The library decides which files are dropped, and its generations
 * disagree about byte order marks, brackets in keys, line breaks, duplicates and inline tables.
 */
public enum TomlDialect {
  /** go-toml v1.9: TOML 0.5 with liberties, and no {@code [} or {@code ]} in a table's name. */
  GO_TOML_1,
  /** go-toml v2.0 to v2.3: TOML 1.0. */
  GO_TOML_2,
  /** go-toml v2.4: TOML 1.1. */
  GO_TOML_2_4;

  boolean first() {
    return this == GO_TOML_1;
  }

  /** Whether an inline table may have a comma behind its last entry. */
  boolean trailingCommas() {
    return this == GO_TOML_2_4;
  }

  /** Whether an inline table may span lines. */
  boolean multilineTables() {
    return this != GO_TOML_2;
  }
}
