package dev.regwright.containerd;

import dev.regwright.model.GoPath;
import dev.regwright.source.Finding;
import dev.regwright.toml.TomlArray;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code ca} and {@code client}, which go-toml takes as they come. */
final class CertificateReader {
  private final HostsReport report;
  private final Behaviour behaviour;

  CertificateReader(HostsReport report, Behaviour behaviour) {
    this.report = report;
    this.behaviour = behaviour;
  }

  @Nullable Setting<List<Setting<String>>> ca(@Nullable TomlValue value) {
    if (value == null) {
      return null;
    }
    Setting<String> one = EntryReader.text(value);
    if (one != null) {
      return new Setting<>(List.of(one), one.at());
    }
    if (!GoFormat.isPlainSlice(value, behaviour.toml())) {
      report.drop(invalid(value, "invalid type " + GoFormat.value(value) + " for \"ca\""));
      return null;
    }
    List<Setting<String>> paths = texts((TomlArray) value);
    return paths == null ? null : new Setting<>(paths, HostsReport.range(value));
  }

  @Nullable Setting<List<Setting<ClientFiles>>> client(@Nullable TomlValue value) {
    if (value == null) {
      return null;
    }
    Setting<String> one = EntryReader.text(value);
    if (one != null) {
      return new Setting<>(List.of(combined(one)), one.at());
    }
    if (!GoFormat.isPlainSlice(value, behaviour.toml())) {
      report.drop(invalid(value, "invalid type " + GoFormat.value(value) + " for \"client\""));
      return null;
    }
    List<Setting<ClientFiles>> files = new ArrayList<>();
    for (TomlValue item : ((TomlArray) value).items()) {
      Setting<ClientFiles> pair = clientItem(item);
      if (pair == null) {
        return null;
      }
      files.add(pair);
    }
    return new Setting<>(files, HostsReport.range(value));
  }

  private @Nullable Setting<ClientFiles> clientItem(TomlValue item) {
    Setting<String> one = EntryReader.text(item);
    if (one != null) {
      return combined(one);
    }
    if (!GoFormat.isPlainSlice(item, behaviour.toml())) {
      String type = item instanceof TomlArray ? "[]map[string]interface {}" : GoFormat.type(item);
      report.drop(invalid(item, "invalid type " + type + " for \"client\""));
      return null;
    }
    List<Setting<String>> parts = texts((TomlArray) item);
    if (parts == null) {
      return null;
    }
    if (parts.size() != 2) {
      report.drop(
          invalid(item, "invalid pair " + GoFormat.value(item) + " for \"client\"")
              .withHelp("a pair is [\"certificate\", \"key\"]"));
      return null;
    }
    ClientFiles pair = new ClientFiles(parts.get(0).value(), parts.get(1).value());
    return new Setting<>(pair, HostsReport.range(item));
  }

  private static Setting<ClientFiles> combined(Setting<String> path) {
    return new Setting<>(new ClientFiles(path.value(), null), path.at());
  }

  private @Nullable List<Setting<String>> texts(TomlArray array) {
    List<Setting<String>> texts = new ArrayList<>();
    for (TomlValue item : array.items()) {
      Setting<String> text = EntryReader.text(item);
      if (text == null) {
        report.drop(invalid(item, "unable to cast " + GoFormat.value(item) + " to string"));
        return null;
      }
      texts.add(text);
    }
    return texts;
  }

  private Finding invalid(TomlValue value, String upstream) {
    boolean number = value instanceof TomlScalar;
    return ContainerdRules.WRONG_TYPE
        .finding(report.span(HostsReport.range(value)), "this must be the path of a file")
        .withHelp(number ? "put quotes around it" : "write a string or a list of strings")
        .withUpstream(upstream);
  }

  /** The files as containerd opens them: of a pair, an empty key is the directory itself. */
  static ClientFiles absolute(ClientFiles files, String directory) {
    String key = files.key() == null ? null : GoPath.absolute(files.key(), directory);
    return new ClientFiles(GoPath.absolute(files.certificate(), directory), key);
  }
}
