package dev.regwright.toml;

import java.util.ArrayList;
import java.util.List;

/** Collects problems up to a number that is enough for anybody. */
final class Problems {
  private final List<TomlProblem> all = new ArrayList<>();

  void add(TomlProblem problem) {
    if (!full()) {
      all.add(problem);
    }
  }

  void syntax(int start, int end, String message) {
    add(TomlProblem.syntax(start, end, message));
  }

  boolean full() {
    return all.size() >= TomlFile.MAX_PROBLEMS;
  }

  List<TomlProblem> all() {
    return all;
  }
}
