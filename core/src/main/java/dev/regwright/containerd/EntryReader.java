package dev.regwright.containerd;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.GoPath;
import dev.regwright.model.Placeholders;
import dev.regwright.model.UrlParse;
import dev.regwright.source.Finding;
import dev.regwright.source.Fix;
import dev.regwright.toml.TomlArray;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlTable;
import dev.regwright.toml.TomlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a host of a table whose types are right, with the checks containerd itself makes, in its
 * order.
 */
final class EntryReader {
  private static final String V2 = "/v2";

  private final HostsReport report;
  private final Behaviour behaviour;
  private final String directory;
  private final CertificateReader certificates;

  EntryReader(HostsReport report, Behaviour behaviour, String directory) {
    this.report = report;
    this.behaviour = behaviour;
    this.directory = directory;
    this.certificates = new CertificateReader(report, behaviour);
  }

  HostEntry read(HostRole role, Setting<String> written, HostFields fields) {
    Url url = url(written, isTrue(fields.value(HostKey.OVERRIDE_PATH)));
    Setting<List<Setting<String>>> capabilities = strings(fields.value(HostKey.CAPABILITIES));
    Set<Capability> able = capabilities(capabilities);
    Setting<List<Setting<String>>> ca = certificates.ca(fields.value(HostKey.CA));
    Setting<List<Setting<ClientFiles>>> client = certificates.client(fields.value(HostKey.CLIENT));
    Setting<Map<String, Setting<List<String>>>> header = header(fields.value(HostKey.HEADER));
    Setting<String> timeout = text(fields.value(HostKey.DIAL_TIMEOUT));
    HostSettings settings =
        new HostSettings(
            capabilities,
            ca,
            client,
            flag(fields.value(HostKey.SKIP_VERIFY)),
            header,
            flag(fields.value(HostKey.OVERRIDE_PATH)),
            timeout);
    return new HostEntry(
        role,
        written,
        url.scheme(),
        url.host(),
        url.path(),
        url.placeholder(),
        able,
        settings,
        caFiles(ca),
        clientFiles(client),
        values(header),
        duration(timeout));
  }

  /** What containerd finds in a URL. */
  private record Url(String scheme, String host, String path, boolean placeholder) {}

  private Url url(Setting<String> written, boolean override) {
    String text = written.value();
    if (text.isEmpty()) {
      return new Url("", "", "", false);
    }
    if (Placeholders.in(text)) {
      return new Url("", "", "", true);
    }
    if (text.indexOf('@') >= 0) {
      report.secret(written.at());
    }
    String server = text.startsWith("http") ? text : "https://" + text;
    UrlParse parse = EndpointUrl.parse(server, behaviour.urls());
    if (parse instanceof UrlParse.Failed failed) {
      report.drop(HostAdvice.badUrl(report.span(written.at()), server, failed));
      return new Url("", "", "", false);
    }
    EndpointUrl url = ((UrlParse.Ok) parse).url();
    return new Url(url.scheme(), url.host(), path(url.path(), override), false);
  }

  private static String path(String path, boolean override) {
    if (path.isEmpty()) {
      return override ? "" : V2;
    }
    String clean = GoPath.clean(path);
    return override || clean.endsWith(V2) ? clean : clean + V2;
  }

  private Set<Capability> capabilities(@Nullable Setting<List<Setting<String>>> written) {
    if (written == null || written.value().isEmpty()) {
      return Capability.all(behaviour);
    }
    Set<Capability> able = EnumSet.noneOf(Capability.class);
    for (Setting<String> word : written.value()) {
      Optional<Capability> known = Capability.of(word.value(), behaviour);
      if (known.isPresent()) {
        able.add(known.get());
      } else if (!Placeholders.in(word.value())) {
        Finding finding =
            HostAdvice.unknownCapability(report.span(word.at()), word.value(), behaviour);
        String meant = HostAdvice.meantCapability(word.value(), behaviour);
        Fix fix = meant == null ? null : HostFixes.capability(word.at(), word.value(), meant);
        report.drop(HostFixes.with(finding, fix));
      }
    }
    return able;
  }

  private @Nullable Setting<Map<String, Setting<List<String>>>> header(@Nullable TomlValue value) {
    if (!(value instanceof TomlTable table)) {
      return null;
    }
    Map<String, Setting<List<String>>> values = new LinkedHashMap<>();
    for (TomlTable.Entry entry : table.entries()) {
      String name = entry.key().text();
      if (SecretNames.isSecret(name)) {
        report.secret(HostsReport.range(entry.value()));
      }
      List<String> texts = headerValues(name, entry.value());
      if (texts != null) {
        values.put(name, new Setting<>(texts, HostsReport.range(entry.value())));
      }
    }
    return new Setting<>(values, HostsReport.range(table));
  }

  private @Nullable List<String> headerValues(String name, TomlValue value) {
    String secret = SecretNames.isSecret(name) ? "***" : null;
    if (value instanceof TomlScalar s && s.kind() == TomlScalar.Kind.STRING) {
      return List.of(s.text());
    }
    if (!GoFormat.isPlainSlice(value, behaviour.toml())) {
      String shown = secret == null ? GoFormat.value(value) : secret;
      report.drop(
          ContainerdRules.WRONG_TYPE
              .finding(
                  report.span(HostsReport.range(value)),
                  "the value of a header must be a string or a list of strings")
              .withHelp("put quotes around it")
              .withUpstream(
                  "invalid type " + shown + " for header " + behaviour.urls().quote(name)));
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (TomlValue item : ((TomlArray) value).items()) {
      if (item instanceof TomlScalar s && s.kind() == TomlScalar.Kind.STRING) {
        texts.add(s.text());
      } else {
        String shown = secret == null ? GoFormat.value(item) : secret;
        report.drop(notText(item, shown));
        return null;
      }
    }
    return texts;
  }

  private Finding notText(TomlValue item, String shown) {
    return ContainerdRules.WRONG_TYPE
        .finding(report.span(HostsReport.range(item)), "every item of the list must be a string")
        .withHelp("put quotes around it")
        .withUpstream("unable to cast " + shown + " to string");
  }

  private @Nullable Duration duration(@Nullable Setting<String> written) {
    if (written == null || written.value().isEmpty() || Placeholders.in(written.value())) {
      return null;
    }
    GoDuration.Result result = GoDuration.parse(written.value());
    if (result instanceof GoDuration.Result.Failed failed) {
      report.drop(HostAdvice.badDuration(report.span(written.at()), failed.message()));
      return null;
    }
    return ((GoDuration.Result.Ok) result).duration();
  }

  private List<String> caFiles(@Nullable Setting<List<Setting<String>>> ca) {
    return ca == null
        ? List.of()
        : ca.value().stream().map(f -> GoPath.absolute(f.value(), directory)).toList();
  }

  private List<ClientFiles> clientFiles(@Nullable Setting<List<Setting<ClientFiles>>> client) {
    return client == null
        ? List.of()
        : client.value().stream()
            .map(f -> CertificateReader.absolute(f.value(), directory))
            .toList();
  }

  private static Map<String, List<String>> values(
      @Nullable Setting<Map<String, Setting<List<String>>>> header) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (header != null) {
      header.value().forEach((name, list) -> values.put(name, list.value()));
    }
    return values;
  }

  private static @Nullable Setting<List<Setting<String>>> strings(@Nullable TomlValue value) {
    if (!(value instanceof TomlArray array)) {
      return null;
    }
    List<Setting<String>> texts = new ArrayList<>();
    for (TomlValue item : array.items()) {
      Setting<String> text = text(item);
      if (text != null) {
        texts.add(text);
      }
    }
    return new Setting<>(texts, HostsReport.range(array));
  }

  static @Nullable Setting<String> text(@Nullable TomlValue value) {
    return value instanceof TomlScalar s && s.kind() == TomlScalar.Kind.STRING
        ? new Setting<>(s.text(), HostsReport.range(s))
        : null;
  }

  private static @Nullable Setting<Boolean> flag(@Nullable TomlValue value) {
    return value instanceof TomlScalar s && s.value() instanceof Boolean b
        ? new Setting<>(b, HostsReport.range(s))
        : null;
  }

  private static boolean isTrue(@Nullable TomlValue value) {
    Setting<Boolean> flag = flag(value);
    return flag != null && flag.value();
  }
}
