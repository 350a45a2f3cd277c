package dev.regwright.talos;

import dev.regwright.source.Span;

/** One element of a registry flag's list. */
public sealed interface FlagSpec {
  /** Where it stands. */
  Span span();

  /**
   * {@code name=url} of {@code --registry-mirror}.
   *
   * @param nameSpan where the name stands
   * @param urlSpan where the URL stands
   */
  record Mirror(String name, String url, Span span, Span nameSpan, Span urlSpan)
      implements FlagSpec {
    /** Shows no URL: it may hold a password. */
    @Override
    public String toString() {
      return span + " mirror of " + name;
    }
  }

  /** A host of {@code --registry-insecure-skip-verify}. */
  record Insecure(String host, Span span) implements FlagSpec {}

  /** What the shell fills in, such as {@code $MIRRORS}: nobody knows what it says. */
  record Unknown(String text, Span span) implements FlagSpec {
    @Override
    public String toString() {
      return span + " unknown";
    }
  }
}
