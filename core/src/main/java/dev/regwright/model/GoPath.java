package dev.regwright.model;

import java.util.ArrayDeque;
import java.util.Deque;

/** Go's {@code path/filepath} on Unix, and {@code path}, which has the same rules. */
public final class GoPath {
  private GoPath() {}

  /** The shortest path that means the same, by text alone. */
  public static String clean(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (!part.equals("..")) {
        parts.addLast(part);
      } else if (!parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!rooted) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  /** Joins two parts, leaving out empty ones, and cleans the result. */
  public static String join(String base, String name) {
    if (base.isEmpty()) {
      return name.isEmpty() ? "" : clean(name);
    }
    return clean(name.isEmpty() ? base : base + "/" + name);
  }

  /** The path itself if it is absolute, else joined to the base. */
  public static String absolute(String path, String base) {
    return path.startsWith("/") ? path : join(base, path);
  }
}
