package dev.regwright.cli;

import dev.regwright.report.TraceFormat;
import dev.regwright.run.Color;
import dev.regwright.run.TraceOptions;
import java.util.List;
import java.util.Map;

/**
 * What to compare, and how.
 *
 * @param before the old side
 * @param after the new side
 * @param images images to compare besides
 * @param imageCache whether Talos's image cache is ready, on both sides
 * @param format the report's form
 * @param color when to colour
 */
record DiffOptions(
    DiffSide before,
    DiffSide after,
    List<String> images,
    boolean imageCache,
    TraceFormat format,
    Color color) {
  /** One side, as a trace would read it. */
  TraceOptions trace(DiffSide side) {
    return new TraceOptions(
        List.of(),
        null,
        List.of(side.path()),
        side.patches(),
        side.target(),
        imageCache,
        Map.of(),
        format,
        false,
        color);
  }
}
