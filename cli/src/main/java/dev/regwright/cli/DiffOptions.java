package dev.regwright.cli;

import dev.regwright.model.Target;
import dev.regwright.report.TraceFormat;
import java.util.List;
import java.util.Map;

/**
 * What to compare, and how.
 *
 * @param before the path of the old side
 * @param after the path of the new side
 * @param oldTarget the versions of the old side
 * @param newTarget the versions of the new side
 * @param images images to compare besides
 * @param imageCache whether Talos's image cache is ready, on both sides
 * @param format the report's form
 * @param color when to colour
 */
record DiffOptions(
    String before,
    String after,
    Target oldTarget,
    Target newTarget,
    List<String> images,
    boolean imageCache,
    TraceFormat format,
    Color color) {
  /** One side, as a trace would read it. */
  TraceOptions side(String path, Target target) {
    return new TraceOptions(
        List.of(),
        null,
        List.of(path),
        List.of(),
        target,
        imageCache,
        Map.of(),
        format,
        false,
        color);
  }
}
