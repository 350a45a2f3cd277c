package dev.regwright.run;

import dev.regwright.containerd.CriFile;
import dev.regwright.containerd.CriRole;
import dev.regwright.containerd.DiskFiles;
import dev.regwright.containerd.HostDirectories;
import dev.regwright.containerd.HostsFile;
import dev.regwright.containerd.TalosHostsToml;
import dev.regwright.lint.LintedFile;
import dev.regwright.report.Report;
import dev.regwright.report.ReportFormat;
import dev.regwright.report.ReportSettings;
import dev.regwright.report.Reports;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import dev.regwright.trace.Tracer;
import dev.regwright.trace.input.TalosInput;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what {@code --config} and {@code --patch} name, and says what is wrong with it. */
public final class TraceConfig {
  /** What standard input is called. */
  public static final String STDIN_NAME = "<stdin>";

  private static final String CERTS_D = "/etc/containerd/certs.d";

  private final TraceOptions options;
  private final Io io;
  private final TalosInput talos;
  private final List<Path> hostDirectories = new ArrayList<>();
  private @Nullable CriFile cri;
  private int exitCode = ExitCode.CLEAN;

  /** For a run that traces. */
  public TraceConfig(TraceOptions options, Io io) {
    this.options = options;
    this.io = io;
    this.talos = new TalosInput(options.target());
  }

  /** What the run must end with when there is no tracer. */
  int exitCode() {
    return exitCode;
  }

  /** The tracer, or null after saying why there is none. */
  public @Nullable Tracer read() throws IOException, UsageException {
    InputFiles files = new InputFiles(io, STDIN_NAME);
    for (String path : options.configs()) {
      Path directory = hostsDirectory(path);
      if (directory == null) {
        files.add(path);
      } else {
        hostDirectories.add(directory);
      }
    }
    if (files.failed()) {
      exitCode = ExitCode.FAILURE;
      return null;
    }
    for (Input input : files.sorted()) {
      add(input);
    }
    return exitCode == ExitCode.CLEAN ? tracer(files) : null;
  }

  /** The directory, if it is one of hosts.toml files. */
  static @Nullable Path hostsDirectory(String name) {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      return null;
    }
    if (name.equals("-") || !Files.isDirectory(path)) {
      return null;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      for (Path child : children) {
        boolean named = String.valueOf(child.getFileName()).equals(HostDirectories.DEFAULT);
        if (Files.isDirectory(child) && (named || Files.exists(child.resolve(HostsFile.NAME)))) {
          return path;
        }
      }
    } catch (IOException e) {
      return null; // InputFiles meets the same, and says it
    }
    return null;
  }

  private void add(Input input) throws IOException {
    SourceFile source = source(input);
    if (source == null) {
      return;
    }
    String lower = input.name().toLowerCase(Locale.ROOT);
    if (lower.endsWith(".toml") || lower.endsWith(".part")) {
      addCri(source);
    } else if (!talos.add(source) && input.given()) {
      exitCode = ExitCode.FAILURE;
      io.say(input.name() + ": no Talos configuration");
    }
  }

  private @Nullable SourceFile source(Input input) {
    try {
      return SourceFile.of(input.name(), FileReader.read(input, io.in()));
    } catch (UnreadableException e) {
      exitCode = ExitCode.FAILURE;
      io.say(e.problem());
      return null;
    }
  }

  private void addCri(SourceFile source) {
    CriRole role = source.name().endsWith(".part") ? CriRole.PART : CriRole.MAIN;
    CriFile read = CriFile.read(source, options.target().containerd(), role);
    for (Finding finding : read.findings()) {
      if (finding.stage() == Stage.LOAD) {
        exitCode = ExitCode.FINDINGS;
        io.say(finding.span() + ": " + finding.message());
      }
    }
    cri = read;
  }

  private @Nullable Tracer tracer(InputFiles files) throws IOException, UsageException {
    if (!hostDirectories.isEmpty()) {
      return ofHosts();
    }
    if (cri != null) {
      throw new UsageException("--config names a containerd configuration and no hosts directory");
    }
    for (String directory : files.emptyDirectories()) {
      io.say(directory + ": neither a Talos configuration nor a hosts.toml in it");
    }
    if (talos.size() == 0) {
      io.say("no Talos configuration to trace by");
      exitCode = ExitCode.FAILURE;
      return null;
    }
    return ofTalos();
  }

  private Tracer ofHosts() throws UsageException {
    if (hostDirectories.size() > 1 || talos.size() > 0) {
      throw new UsageException("a directory of hosts.toml is traced for itself, without others");
    }
    if (!options.patches().isEmpty() || options.imageCache()) {
      throw new UsageException("--patch and --image-cache are for Talos configurations");
    }
    Path directory = hostDirectories.get(0);
    boolean talosWrote = directory.toAbsolutePath().normalize().endsWith("cri/conf.d/hosts");
    String shownAs = talosWrote ? TalosHostsToml.ROOT : CERTS_D;
    return Tracer.ofHosts(
        new DiskFiles(directory, shownAs), List.of(shownAs), options.target().containerd(), cri);
  }

  private @Nullable Tracer ofTalos() throws IOException, UsageException {
    if (!options.patches().isEmpty()) {
      if (talos.size() > 1) {
        throw new UsageException("--patch applies to one configuration file, not to several");
      }
      talos.patch(patches());
    }
    Tracer tracer = exitCode == ExitCode.CLEAN ? talos.tracer(options.imageCache()) : null;
    show(talos.refused());
    for (String message : talos.messages()) {
      io.say(message.replace('\n', ' '));
    }
    if (tracer == null) {
      exitCode = Math.max(exitCode, ExitCode.FINDINGS);
      io.say("Talos would refuse this, so there is nothing to trace");
      return null;
    }
    if (!talos.invalid().isEmpty()) {
      show(talos.invalid());
      io.say("note: talosctl validate refuses this; traced as if a node had it all the same");
    }
    return tracer;
  }

  private List<SourceFile> patches() {
    List<SourceFile> patches = new ArrayList<>();
    for (String name : options.patches()) {
      try {
        SourceFile source = source(Input.named(name, STDIN_NAME));
        if (source != null) {
          patches.add(source);
        }
      } catch (UnreadableException e) {
        exitCode = ExitCode.FAILURE;
        io.say(e.problem());
      }
    }
    return patches;
  }

  /** On stderr, as {@code lint --format concise} has them. */
  private void show(List<LintedFile> files) throws IOException {
    ReportSettings settings =
        new ReportSettings(ToolVersion.text(), options.target(), false, false);
    Report report = Reports.open(ReportFormat.CONCISE, settings, io.err());
    for (LintedFile file : files) {
      report.add(file);
    }
    report.finish();
    io.err().flush();
  }
}
