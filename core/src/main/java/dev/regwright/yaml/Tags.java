package dev.regwright.yaml;

/** Tag names, as go-yaml's {@code shortTag} and {@code longTag} convert them. */
final class Tags {
  private static final String LONG = "tag:yaml.org,2002:";

  private Tags() {}

  static String shorten(String tag) {
    return tag.startsWith(LONG) ? "!!" + tag.substring(LONG.length()) : tag;
  }
}
