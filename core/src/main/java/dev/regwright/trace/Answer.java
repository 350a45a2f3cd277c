package dev.regwright.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a host may answer when asked for a manifest, other than the manifest. */
public enum Answer {
  /** Nothing: no connection, no such name, no TLS. */
  DOWN("down"),
  /** 404. */
  NOT_FOUND("404"),
  /** 401, whatever credentials there are. */
  UNAUTHORIZED("401"),
  /** 500, and with it any other status from 400 on. */
  ERROR("500"),
  /** 200 and a web page. */
  HTML("html");

  /** The words of all of them. */
  public static final List<String> WORDS = List.of("down", "404", "401", "500", "html");

  private final String word;

  Answer(String word) {
    this.word = word;
  }

  /** The word users say. */
  public String word() {
    return word;
  }

  /** The answer of a word, or null. */
  public static @Nullable Answer of(String word) {
    for (Answer answer : values()) {
      if (answer.word.equals(word)) {
        return answer;
      }
    }
    return null;
  }
}
