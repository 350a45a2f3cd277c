package dev.regwright.maven;

import dev.regwright.report.TraceFormat;
import dev.regwright.run.Color;
import dev.regwright.run.Io;
import dev.regwright.run.KnownVersions;
import dev.regwright.run.TraceOptions;
import dev.regwright.run.TraceRun;
import dev.regwright.run.UsageException;
import dev.regwright.source.WholeFile;
import dev.regwright.trace.Answer;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows which URLs images will really be pulled from, by Talos itself and by pods.
 *
 * @since 0.1.0
 */
@Mojo(name = "trace", requiresProject = false, threadSafe = true)
public final class TraceMojo extends RegwrightMojo {
  /**
   * The images. Example: {@code <images><image>ghcr.io/acme/app:1</image></images>} or {@code
   * -Dregwright.images=nginx}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.images")
  @Nullable List<String> images;

  /**
   * A file with more of them: one on each line, the output of talosctl or kubectl, or Kubernetes
   * manifests. Example: {@code <imagesFrom>images.txt</imagesFrom>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.imagesFrom")
  @Nullable File imagesFrom;

  /**
   * The configuration to trace by: files of Talos, directories of them, or one directory of
   * hosts.toml. Example: {@code <configs><config>talos/node.yaml</config></configs>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.configs")
  @Nullable List<String> configs;

  /**
   * Patches to apply to the configuration before. Example: {@code
   * <patches><patch>talos/worker.patch.yaml</patch></patches>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.patches")
  @Nullable List<String> patches;

  /**
   * Answers that are supposed: {@code HOST=ANSWER} with {@code down}, {@code 404}, {@code 401},
   * {@code 500} or {@code html}. Example: {@code
   * <whatIf><answer>harbor.example.com=down</answer></whatIf>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.whatIf")
  @Nullable List<String> whatIf;

  /**
   * Talos's image cache is ready on the node. Example: {@code <imageCache>true</imageCache>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.imageCache", defaultValue = "false")
  boolean imageCache;

  /**
   * How: {@code text}, {@code json} or {@code markdown}. Example: {@code <format>json</format>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.format", defaultValue = "text")
  String format;

  /**
   * Where to write; by default into the log. Example: {@code
   * <outputFile>target/trace.md</outputFile>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.outputFile")
  @Nullable File outputFile;

  /**
   * Fails the build when any image can leave for its upstream. Example: {@code
   * <failOnEgress>true</failOnEgress>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.failOnEgress", defaultValue = "false")
  boolean failOnEgress;

  /** Made by Maven. */
  public TraceMojo() {}

  @Override
  void run() throws IOException, UsageException, MojoExecutionException, MojoFailureException {
    TraceOptions options = options();
    Io log = io();
    KnownVersions.note(options.target().talos(), log);
    StringWriter text = new StringWriter();
    Io io = outputFile == null ? log : new Io(log.in(), text, log.err(), log.env(), false, false);
    int code = new TraceRun(options, io).run();
    if (outputFile != null && text.getBuffer().length() > 0) {
      Path file = outputFile.toPath().toAbsolutePath();
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8), false);
      getLog().info("wrote " + Places.name(file));
    }
    end(code, failOnEgress ? "images can leave, or cannot be traced" : "not all could be traced");
  }

  private TraceOptions options() throws UsageException {
    List<String> named = list(images);
    List<String> paths = names(configs);
    if (paths.isEmpty()) {
      throw new UsageException("<configs> says which configuration to trace by; it is missing");
    }
    if (named.isEmpty() && imagesFrom == null) {
      throw new UsageException("<images> or <imagesFrom> says what to trace; both are missing");
    }
    TraceFormat form = TraceFormat.named(format.strip());
    if (form == null) {
      throw UsageException.noneOf("<format>", format, TraceFormat.WORDS);
    }
    return new TraceOptions(
        named,
        imagesFrom == null ? null : Places.name(imagesFrom),
        paths,
        names(patches),
        target(),
        imageCache,
        answers(),
        form,
        failOnEgress,
        Color.NEVER);
  }

  private List<String> names(@Nullable List<String> written) {
    List<String> names = new ArrayList<>();
    list(written).forEach(path -> names.add(Places.name(places().resolve(path))));
    return names;
  }

  private Map<String, Answer> answers() throws UsageException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String each : list(whatIf)) {
      int equals = each.lastIndexOf('=');
      Answer answer = equals < 1 ? null : Answer.of(each.substring(equals + 1));
      if (answer == null) {
        throw new UsageException(
            "<whatIf> takes HOST=ANSWER with one of "
                + String.join(", ", Answer.WORDS)
                + ", not '"
                + each
                + "'");
      }
      answers.put(each.substring(0, equals), answer);
    }
    return answers;
  }
}
