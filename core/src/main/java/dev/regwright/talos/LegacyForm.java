package dev.regwright.talos;

import dev.regwright.model.Auth;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.Placeholders;
import dev.regwright.model.Tls;
import dev.regwright.yaml.ByteText;
import dev.regwright.yaml.YamlOut;
import dev.regwright.yaml.YamlOut.Field;
import dev.regwright.yaml.YamlOut.Fields;
import dev.regwright.yaml.YamlOut.Items;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code machine.registries} being put together. Talos sorts the keys of both maps, so the order of
 * adding does not matter; the last of two values for one key counts.
 */
final class LegacyForm {
  private final Map<String, YamlOut> mirrors = new LinkedHashMap<>();
  private final Map<String, Host> hosts = new LinkedHashMap<>();

  /** What {@code config} says of one host; the host is null there when {@code none} is set. */
  static final class Host {
    private boolean none;
    private @Nullable YamlOut tls;
    private @Nullable YamlOut auth;

    YamlOut out() {
      List<Field> fields = new ArrayList<>();
      if (tls != null) {
        fields.add(Field.of("tls", tls));
      }
      if (auth != null) {
        fields.add(Field.of("auth", auth));
      }
      return none ? new YamlOut.Null() : Fields.of(fields);
    }
  }

  /** A mirror whose flag counts for all its endpoints. */
  void mirror(
      String name,
      List<String> endpoints,
      @Nullable Boolean overridePath,
      @Nullable Boolean skipFallback) {
    List<YamlOut> urls = new ArrayList<>();
    for (String endpoint : endpoints) {
      urls.add(new YamlOut.Text(endpoint));
    }
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("endpoints", new Items(urls)));
    flag(fields, "overridePath", overridePath);
    flag(fields, "skipFallback", skipFallback);
    mirrors.put(name, Fields.of(fields));
  }

  /** A mirror without a value. */
  void noMirror(String name) {
    mirrors.put(name, new YamlOut.Null());
  }

  /** The host of that name; without further words it is an empty entry. */
  Host host(String name) {
    return hosts.computeIfAbsent(name, n -> new Host());
  }

  /** A host without a value. */
  void noHost(String name) {
    host(name).none = true;
  }

  void auth(Auth auth) {
    List<Field> fields = new ArrayList<>();
    text(fields, "username", auth.username());
    text(fields, "password", auth.password());
    text(fields, "auth", auth.auth());
    text(fields, "identityToken", auth.identityToken());
    host(auth.name()).auth = Fields.of(fields);
  }

  void tls(Tls tls) {
    List<Field> fields = new ArrayList<>();
    ClientIdentity identity = tls.clientIdentity();
    if (identity != null) {
      fields.add(
          Field.of(
              "clientIdentity",
              Fields.of(
                  List.of(
                      Field.of("crt", base64(identity.cert())),
                      Field.of("key", key(identity.key()))))));
    }
    if (tls.ca() != null) {
      fields.add(Field.of("ca", base64(tls.ca())));
    }
    flag(fields, "insecureSkipVerify", tls.insecureSkipVerify());
    host(tls.name()).tls = Fields.of(fields);
  }

  /** The value of {@code machine.registries}; Talos leaves it out when it is empty. */
  Fields registries() {
    List<Field> fields = new ArrayList<>();
    if (!mirrors.isEmpty()) {
      List<Field> entries = new ArrayList<>();
      mirrors.forEach((name, mirror) -> entries.add(Field.of(name, mirror)));
      fields.add(Field.of("mirrors", Fields.sorted(entries)));
    }
    if (!hosts.isEmpty()) {
      List<Field> entries = new ArrayList<>();
      hosts.forEach((name, host) -> entries.add(Field.of(name, host.out())));
      fields.add(Field.of("config", Fields.sorted(entries)));
    }
    return Fields.of(fields);
  }

  /** A redacted key is not base64, and Talos writes it as it is. */
  private static YamlOut key(@Nullable String key) {
    return key != null && key.equals(TypeCheck.REDACTED) ? new YamlOut.Text(key) : base64(key);
  }

  private static YamlOut base64(@Nullable String text) {
    if (text != null && Placeholders.in(text)) {
      return new YamlOut.Text(text); // it stands for what another tool fills in
    }
    byte[] bytes = text == null ? new byte[0] : ByteText.bytes(text);
    return new YamlOut.Text(Base64.getEncoder().encodeToString(bytes));
  }

  private static void text(List<Field> fields, String key, @Nullable String value) {
    if (value != null) {
      fields.add(Field.of(key, new YamlOut.Text(value)));
    }
  }

  private static void flag(List<Field> fields, String key, @Nullable Boolean value) {
    if (value != null) {
      fields.add(Field.of(key, new YamlOut.Flag(value)));
    }
  }
}
