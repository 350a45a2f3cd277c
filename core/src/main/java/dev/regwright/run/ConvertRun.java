package dev.regwright.run;

import dev.regwright.convert.Conversion;
import dev.regwright.convert.Form;
import dev.regwright.convert.HostsProfile;
import dev.regwright.convert.HostsRendering;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of {@code regwright convert}. */
public final class ConvertRun {
  private final ConvertOptions options;
  private final Io io;
  private final FileSelection selection;
  private boolean failed;
  private boolean refused;

  /** A run, not yet started. */
  public ConvertRun(ConvertOptions options, Io io) {
    this(options, io, FileSelection.ALL);
  }

  /** A run that changes some of the files below the directories that are named. */
  public ConvertRun(ConvertOptions options, Io io, FileSelection selection) {
    this.options = options;
    this.io = io;
    this.selection = selection;
  }

  /** Runs; the exit code. */
  public int run() throws IOException, UsageException {
    if (options.inPlace()) {
      inPlace();
    } else {
      convert(new ConvertReading(options, io));
    }
    io.out().flush();
    return failed ? ExitCode.FAILURE : refused ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private void inPlace() throws IOException {
    InputFiles files = new InputFiles(io, options.stdinName(), selection);
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
      notices.show(changed.losses());
      if (!accept(changed.losses())) {
        return null;
      }
      notices.show(changed.notes());
      return changed.text();
    }
    if (named) {
      io.say("nothing to convert in " + source.name());
    }
    return null;
  }

  private void convert(ConvertReading reading) throws IOException, UsageException {
    Path hosts = reading.hostsDirectory();
    if (hosts != null) {
      render(reading.directory(hosts), List.of());
      return;
    }
    List<SourceFile> sources = reading.files(options.inputs());
    List<SourceFile> patches = reading.files(options.patches());
    failed = reading.failed();
    if (failed) {
      return;
    }
    SourceFile first = sources.get(0);
    Form from = reading.form(first);
    if (from == Form.TALOS && options.keepsFile()) {
      boolean before = refused;
      String changed = changed(first, true);
      if (changed != null || refused == before) {
        write(List.of(OutputFile.of(changed == null ? first.text() : changed)));
      }
      return;
    }
    List<SourceFile> all = new ArrayList<>(sources);
    all.addAll(patches);
    render(reading.files(from, sources, patches), all);
  }

  private void render(ReadConfig read, List<SourceFile> sources)
      throws IOException, UsageException {
    Notices notices = new Notices(io, options.talos(), sources, read.secrets());
    if (!read.problems().isEmpty()) {
      refused = true;
      notices.show(read.problems());
      return;
    }
    if (options.asPatch()) {
      asPatch(read);
    } else if (options.to() == Form.HOSTS_TOML) {
      hostsToml(read, notices);
    } else {
      Rendered rendered =
          Renderer.render(read.config(), options.to(), options.talos(), read.places());
      if (accept(notices, read.losses(), rendered.losses())) {
        notices.show(rendered.notes());
        write(rendered.files());
      }
    }
  }

  private void asPatch(ReadConfig read) throws IOException, UsageException {
    write(PatchPair.of(read.config(), options.talos()));
    String directory = options.output() + "/";
    io.say(
        "apply both, in this order: talosctl patch mc -p @"
            + directory
            + PatchPair.FIRST
            + " -p @"
            + directory
            + PatchPair.SECOND);
  }

  private void hostsToml(ReadConfig read, Notices notices) throws IOException, UsageException {
    HostsOptions hosts = options.hosts();
    HostsRendering rendering =
        hosts.profile() == HostsProfile.TALOS
            ? HostsRendering.talos(
                read.config(),
                options.talos(),
                hosts.imageCache(),
                hosts.criPart() != null,
                read.places())
            : HostsRendering.portable(read.config(), hosts.root(), read.places());
    if (!rendering.refusals().isEmpty()) {
      refused = true;
      notices.show(rendering.refusals());
      return;
    }
    String output = options.output();
    if (accept(notices, read.losses(), rendering.losses()) && output != null) {
      HostsOutput out = new HostsOutput(io);
      out.write(rendering, output, hosts.criPart(), hosts.prune());
      failed |= out.failed();
    }
  }

  private boolean accept(Notices notices, List<Finding> read, List<Finding> written)
      throws IOException {
    List<Finding> losses = new ArrayList<>(read);
    losses.addAll(written);
    notices.show(losses);
    return accept(losses);
  }

  private boolean accept(List<Finding> losses) {
    if (losses.isEmpty() || options.allowLossy()) {
      return true;
    }
    refused = true;
    io.say("not converted, as something would be lost; --allow-lossy converts nevertheless");
    return false;
  }

  private void write(List<OutputFile> files) throws IOException, UsageException {
    String output = options.output();
    for (OutputFile file : files) {
      if (output == null) {
        io.out().write(file.text());
        continue;
      }
      Path directory = Outputs.path("-o", output);
      Path path = file.path().isEmpty() ? directory : directory.resolve(file.path());
      try {
        if (!file.path().isEmpty()) {
          Files.createDirectories(directory);
        }
        WholeFile.write(path, file.bytes(), true);
      } catch (IOException e) {
        failed = true;
        io.say(Outputs.problem(path, e));
      }
    }
  }
}
