package dev.regwright.run;

import dev.regwright.containerd.CriRole;
import dev.regwright.containerd.DiskFiles;
import dev.regwright.convert.Form;
import dev.regwright.convert.ReadConfig;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.Relevance;
import dev.regwright.talos.TalosctlFlags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what is to be converted, and says what cannot be read. */
final class ConvertReading {
  private final ConvertOptions options;
  private final Io io;
  private boolean failed;

  ConvertReading(ConvertOptions options, Io io) {
    this.options = options;
    this.io = io;
  }

  /** Whether something could not be read. */
  boolean failed() {
    return failed;
  }

  /** The one input, if it is a directory of hosts.toml directories; null for anything else. */
  @Nullable Path hostsDirectory() throws UsageException {
    Path directory = TraceConfig.hostsDirectory(options.inputs().get(0));
    boolean asked = options.from() == Form.HOSTS_TOML;
    if ((directory == null && asked) || (directory != null && options.inputs().size() > 1)) {
      throw new UsageException("hosts-toml is read from one directory of hosts.toml directories");
    }
    return directory;
  }

  /** The files of those names; all that can be read. */
  List<SourceFile> files(List<String> names) {
    List<SourceFile> sources = new ArrayList<>();
    for (String name : names) {
      try {
        Input input = Input.named(name, options.stdinName());
        sources.add(SourceFile.of(input.name(), FileReader.read(input, io.in())));
      } catch (UnreadableException e) {
        failed = true;
        io.say(e.problem());
      }
    }
    return sources;
  }

  /** The form of a file. */
  Form form(SourceFile source) {
    Form asked = options.from();
    String name = source.name().toLowerCase(Locale.ROOT);
    if (asked != null) {
      return asked;
    }
    if (name.endsWith(".toml") || name.endsWith(".part")) {
      return Form.CRI_TOML;
    }
    boolean flags =
        TalosctlFlags.mayBeIn(source.text()) && !Relevance.mayConfigureRegistries(source.text());
    return flags ? Form.TALOSCTL_FLAGS : Form.TALOS;
  }

  ReadConfig directory(Path root) throws IOException {
    String shownAs = root.toAbsolutePath().normalize().toString();
    return ReadConfig.hosts(
        new DiskFiles(root, shownAs), shownAs, root.toString(), options.containerd());
  }

  ReadConfig files(Form from, List<SourceFile> sources, List<SourceFile> patches)
      throws UsageException {
    boolean talos = from == Form.TALOS || from == Form.TALOS_LEGACY;
    if (!talos && (sources.size() > 1 || !patches.isEmpty())) {
      throw new UsageException(from.word() + " is read from one file, and not patched");
    }
    return switch (from) {
      case TALOSCTL_FLAGS -> ReadConfig.flags(sources.get(0), options.talos());
      case CRI_TOML -> cri(sources.get(0));
      case HOSTS_TOML -> throw new UsageException("hosts-toml is read from a directory");
      case TALOS, TALOS_LEGACY -> ReadConfig.talos(sources, patches, options.talos());
    };
  }

  /** Certificates are named by their paths on the node, which we take for paths of this machine. */
  private ReadConfig cri(SourceFile source) {
    CriRole role = source.name().endsWith(".part") ? CriRole.PART : CriRole.MAIN;
    return ReadConfig.cri(source, new DiskFiles(Path.of("/"), "/"), options.containerd(), role);
  }
}
