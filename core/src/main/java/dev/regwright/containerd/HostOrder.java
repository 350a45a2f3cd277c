package dev.regwright.containerd;

import dev.regwright.toml.TomlFile;
import dev.regwright.toml.TomlHeader;
import dev.regwright.toml.TomlKey;
import dev.regwright.toml.TomlTable;
import dev.regwright.toml.TomlValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which hosts a file names, in the order in which they are asked. */
final class HostOrder {
  private static final String HOST = HostKey.HOST.key();

  private HostOrder() {}

  static List<Setting<String>> of(TomlFile file, Behaviour behaviour) {
    return behaviour.first() ? byLine(file) : byHeader(file);
  }

  /** 2.x walks the headers: one host for each that follows another host's. */
  private static List<Setting<String>> byHeader(TomlFile file) {
    List<Setting<String>> hosts = new ArrayList<>();
    String last = "";
    for (TomlHeader header : file.headers()) {
      boolean names =
          !header.array()
              && header.path().size() > 1
              && header.path().get(0).text().equals(HOST)
              && !header.path().get(1).text().equals(last);
      if (names) {
        TomlKey host = header.path().get(1);
        last = host.text();
        hosts.add(new Setting<>(last, HostsReport.range(host)));
      }
    }
    return hosts;
  }

  /** 1.x sorts by line, and inline tables have none: they come first, in random order. */
  private static List<Setting<String>> byLine(TomlFile file) {
    if (!(file.root().get(HOST) instanceof TomlTable table)) {
      return List.of();
    }
    List<TomlTable.Entry> entries = new ArrayList<>();
    table.entries().stream().filter(e -> e.value() instanceof TomlTable).forEach(entries::add);
    entries.sort(Comparator.comparingInt(e -> line(e.value())));
    List<Setting<String>> hosts = new ArrayList<>();
    for (TomlTable.Entry entry : entries) {
      hosts.add(new Setting<>(entry.key().text(), HostsReport.range(entry.key())));
    }
    return hosts;
  }

  private static int line(TomlValue value) {
    boolean inline = value instanceof TomlTable table && table.origin() == TomlTable.Origin.INLINE;
    return inline ? -1 : value.start();
  }
}
