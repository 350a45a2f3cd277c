package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;

/** Tag names, as go-yaml's {@code shortTag} and {@code ShortTag} give them. */
final class Tags {
  private static final String LONG = "tag:yaml.org,2002:";

  private Tags() {}

  static String shorten(String tag) {
    return tag.startsWith(LONG) ? "!!" + tag.substring(LONG.length()) : tag;
  }

  /** The short tag of a collection; {@code !} says nothing about one. */
  static String ofCollection(@Nullable String tag, String usual) {
    return tag == null || tag.equals("!") ? usual : shorten(tag);
  }
}
