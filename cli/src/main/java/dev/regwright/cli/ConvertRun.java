package dev.regwright.cli;

import dev.regwright.convert.Conversion;
import dev.regwright.convert.Form;
import dev.regwright.convert.OutputFile;
import dev.regwright.convert.PatchPair;
import dev.regwright.convert.ReadConfig;
import dev.regwright.convert.Rendered;
import dev.regwright.convert.Renderer;
import dev.regwright.convert.TalosConversion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.WholeFile;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.Relevance;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosctlFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of {@code regwright convert}. */
final class ConvertRun {
  private final ConvertOptions options;
  private final Io io;
  private boolean failed;
  private boolean refused;

  ConvertRun(ConvertOptions options, Io io) {
    this.options = options;
    this.io = io;
  }

  int run() throws IOException, UsageException {
    if (options.inPlace()) {
      inPlace();
    } else {
      List<SourceFile> sources = readAll(options.inputs());
      List<SourceFile> patches = readAll(options.patches());
      if (!failed) {
        convert(sources, patches);
      }
    }
    io.out().flush();
    return failed ? ExitCode.FAILURE : refused ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private void inPlace() throws IOException {
    InputFiles files = new InputFiles(io, options.stdinName());
    options.inputs().forEach(files::add);
    failed = files.failed();
    for (Input input : files.sorted()) {
      try {
        inPlace(input);
      } catch (UnreadableException e) {
        failed = true;
        io.say(e.problem());
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        failed = true;
        Failures.internal(io, input.name(), e);
      }
    }
  }

  private void inPlace(Input input) throws IOException, UnreadableException {
    byte[] bytes = FileReader.read(input, io.in());
    SourceFile source = SourceFile.of(input.name(), bytes);
    Path path = input.path();
    if (path == null || (!input.given() && !Relevance.mayConfigureRegistries(source.text()))) {
      return;
    }
    String changed = changed(source, input.given());
    if (changed == null) {
      return;
    }
    try {
      WholeFile.replaceUnchanged(path, bytes, source.encode(changed));
      io.say("converted " + input.name());
    } catch (IOException e) {
      failed = true;
      io.say(Outputs.problem(path, e));
    }
  }

  /** The new text of a file; null when there is none. */
  private @Nullable String changed(SourceFile source, boolean named) throws IOException {
    TalosFile file = TalosConversion.read(source, options.talos(), FileRole.AUTO);
    Conversion result = TalosConversion.convert(file, options.to(), options.talos());
    Notices notices = new Notices(io, options.talos(), List.of(source), file.secrets());
    if (result instanceof Conversion.Refused refusal) {
      refused = true;
      notices.show(refusal.findings());
      return null;
    }
    if (result instanceof Conversion.Changed changed) {
      notices.show(changed.notes());
      notices.show(changed.losses());
      return accept(changed.losses()) ? changed.text() : null;
    }
    if (named) {
      io.say("nothing to convert in " + source.name());
    }
    return null;
  }

  private void convert(List<SourceFile> sources, List<SourceFile> patches)
      throws IOException, UsageException {
    SourceFile first = sources.get(0);
    Form from = options.from() == null ? recognised(first) : options.from();
    if (from == Form.TALOS && options.keepsFile()) {
      boolean before = refused;
      String changed = changed(first, true);
      if (changed != null || refused == before) {
        write(List.of(OutputFile.of(changed == null ? first.text() : changed)));
      }
      return;
    }
    ReadConfig read = read(from, sources, patches);
    List<SourceFile> all = new ArrayList<>(sources);
    all.addAll(patches);
    Notices notices = new Notices(io, options.talos(), all, read.secrets());
    if (!read.problems().isEmpty()) {
      refused = true;
      notices.show(read.problems());
      return;
    }
    if (options.asPatch()) {
      write(PatchPair.of(read.config(), options.talos()));
      io.say(
          "apply both, in this order: talosctl patch mc -p @"
              + options.output()
              + "/"
              + PatchPair.FIRST
              + " -p @"
              + options.output()
              + "/"
              + PatchPair.SECOND);
      return;
    }
    Rendered rendered =
        Renderer.render(read.config(), options.to(), options.talos(), read.places());
    notices.show(rendered.notes());
    notices.show(rendered.losses());
    if (accept(rendered.losses())) {
      write(rendered.files());
    }
  }

  private ReadConfig read(Form from, List<SourceFile> sources, List<SourceFile> patches)
      throws UsageException {
    if (from == Form.TALOSCTL_FLAGS) {
      if (sources.size() > 1 || !patches.isEmpty()) {
        throw new UsageException("flags are read from one file, and not patched");
      }
      return ReadConfig.flags(sources.get(0), options.talos());
    }
    return ReadConfig.talos(sources, patches, options.talos());
  }

  private static Form recognised(SourceFile source) {
    return TalosctlFlags.mayBeIn(source.text()) && !Relevance.mayConfigureRegistries(source.text())
        ? Form.TALOSCTL_FLAGS
        : Form.TALOS;
  }

  private boolean accept(List<Finding> losses) {
    if (losses.isEmpty() || options.allowLossy()) {
      return true;
    }
    refused = true;
    io.say("not converted, as something would be lost; --allow-lossy converts nevertheless");
    return false;
  }

  private List<SourceFile> readAll(List<String> names) {
    List<SourceFile> sources = new ArrayList<>();
    for (String name : names) {
      boolean stdin = name.equals("-");
      Input input =
          stdin ? new Input(null, options.stdinName(), true) : new Input(Path.of(name), name, true);
      try {
        sources.add(SourceFile.of(input.name(), FileReader.read(input, io.in())));
      } catch (UnreadableException e) {
        failed = true;
        io.say(e.problem());
      }
    }
    return sources;
  }

  private void write(List<OutputFile> files) throws IOException {
    String output = options.output();
    for (OutputFile file : files) {
      if (output == null) {
        io.out().write(file.text());
        continue;
      }
      Path path = file.path().isEmpty() ? Path.of(output) : Path.of(output).resolve(file.path());
      try {
        if (!file.path().isEmpty()) {
          Files.createDirectories(Path.of(output));
        }
        WholeFile.write(path, file.bytes(), true);
      } catch (IOException e) {
        failed = true;
        io.say(Outputs.problem(path, e));
      }
    }
  }
}
