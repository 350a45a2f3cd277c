package dev.regwright.lint;

import dev.regwright.containerd.FileView;
import dev.regwright.containerd.HostDirectories;
import dev.regwright.containerd.HostEntry;
import dev.regwright.containerd.HostRole;
import dev.regwright.containerd.HostsFile;
import dev.regwright.containerd.HostsPlace;
import dev.regwright.containerd.Setting;
import dev.regwright.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A hosts.toml as the rules see it. */
public final class HostsSubject {
  private static final String ALL = "*";

  private final HostsFile file;
  private final @Nullable HostsPlace place;

  /**
   * A file that containerd takes.
   *
   * @param place where it lies; null when nothing is known of it
   */
  HostsSubject(HostsFile file, @Nullable HostsPlace place) {
    this.file = file;
    this.place = place;
  }

  /** The name of the file. */
  public String path() {
    return file.source().name();
  }

  /** Where it lies, or null. */
  public @Nullable HostsPlace place() {
    return place;
  }

  /** The name of its directory; null when nothing is known of it. */
  public @Nullable String directory() {
    return place == null ? null : place.directory();
  }

  /** The registry its directory is for; {@code *} for all others, and when nothing is known. */
  public String registry() {
    return place == null ? ALL : place.registry();
  }

  /** The absolute path of the directory of all registries' directories; empty when not known. */
  public String root() {
    return place == null ? "" : place.root();
  }

  /** The names of directories beside its own that have a hosts.toml. */
  public List<String> neighbours() {
    List<String> neighbours = new ArrayList<>();
    if (place == null
        || !(place.files().list(place.root())
            instanceof FileView.Found<List<FileView.Item>> siblings)) {
      return neighbours;
    }
    for (FileView.Item item : siblings.value()) {
      String hosts = place.root() + "/" + item.name() + "/" + HostsFile.NAME;
      if (item.directory()
          && !item.name().equals(place.directory())
          && place.files().read(hosts) instanceof FileView.Found<byte[]>) {
        neighbours.add(item.name());
      }
    }
    return neighbours;
  }

  /** The file. */
  public HostsFile file() {
    return file;
  }

  /** The hosts of tables, each once, in order; without those another tool will fill in. */
  public List<HostEntry> hosts() {
    List<HostEntry> hosts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (HostEntry entry : file.entries()) {
      if (entry.role() == HostRole.MIRROR && !entry.placeholder() && seen.add(url(entry))) {
        hosts.add(entry);
      }
    }
    return hosts;
  }

  private static String url(HostEntry entry) {
    return entry.written().value();
  }

  /** The last one asked, whether the file names it or not. */
  public HostEntry server() {
    return file.entries().get(file.entries().size() - 1);
  }

  /** The hosts, and the server if the file names it. */
  public List<HostEntry> written() {
    List<HostEntry> written = hosts();
    if (!url(server()).isEmpty() && !server().placeholder()) {
      written.add(server());
    }
    return written;
  }

  /**
   * The server, if the file names it and it surely is not the registry itself: the last mirror, so
   * to say.
   */
  public @Nullable HostEntry serverInstead() {
    HostEntry server = server();
    boolean sure = place != null && !url(server).isEmpty() && !server.placeholder();
    return sure && !isUpstream(server) ? server : null;
  }

  /** Whether an entry surely is the registry itself. */
  public boolean isUpstream(HostEntry entry) {
    if (url(entry).isEmpty()) {
      return true;
    }
    return place != null
        && !place.registry().equals(ALL)
        && HostDirectories.isUpstream(place.registry(), entry.host());
  }

  /** The images the file is for, as in "pulls of …". */
  public String images() {
    if (place == null) {
      return "this registry";
    }
    return place.registry().equals(ALL)
        ? "every registry without a directory of its own"
        : EntryWords.name(place.registry());
  }

  /** The registry behind the hosts, as in "pulls go on to …". */
  public String upstream() {
    return place == null || place.registry().equals(ALL)
        ? "the registry itself"
        : EntryWords.name(place.registry()) + " itself";
  }

  /** Where a setting stands. */
  public Span span(Setting<?> setting) {
    return file.span(setting.at());
  }
}
