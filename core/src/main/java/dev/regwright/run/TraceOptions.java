package dev.regwright.run;

import dev.regwright.model.Target;
import dev.regwright.report.TraceFormat;
import dev.regwright.trace.Answer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to trace, and how.
 *
 * @param images the images named on the command line
 * @param imagesFrom a file with more of them, or null
 * @param configs files and directories of configuration
 * @param patches applied to the only configuration file, in order
 * @param target the versions that pull
 * @param imageCache whether Talos's image cache is ready
 * @param whatIf answers that are supposed, by host
 * @param format the report's form
 * @param failOnEgress whether an image that can leave makes the run fail
 * @param color when to colour
 */
public record TraceOptions(
    List<String> images,
    @Nullable String imagesFrom,
    List<String> configs,
    List<String> patches,
    Target target,
    boolean imageCache,
    Map<String, Answer> whatIf,
    TraceFormat format,
    boolean failOnEgress,
    Color color) {}
