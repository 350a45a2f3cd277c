package dev.regwright.convert;

import dev.regwright.model.Auth;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.source.SourceFile;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.Embedded;
import dev.regwright.talos.EmbeddedYaml;
import dev.regwright.talos.FileRole;
import dev.regwright.talos.TalosFile;
import dev.regwright.talos.TalosReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file makes a node do, as a text to compare: written without the code that conversions
 * check themselves with. Paths follow {@code resolver.go} and {@code hosts.go} of Talos.
 */
final class Meaning {
  private Meaning() {}

  static Map<String, String> of(String text, TalosVersion talos, boolean keys) {
    TalosFile file = TalosReader.read(SourceFile.of("f.yaml", text), talos, FileRole.AUTO);
    Map<String, String> all = new TreeMap<>(of(EffectiveConfig.of(file).config(), keys));
    List<Embedded> inside = EmbeddedYaml.in(file);
    for (int i = 0; i < inside.size(); i++) {
      String at = i + " ";
      of(EffectiveConfig.of(inside.get(i).file()).config(), keys)
          .forEach((key, value) -> all.put(at + key, value));
    }
    return all;
  }

  static Map<String, String> of(RegistryConfig config, boolean keys) {
    Map<String, String> all = new TreeMap<>();
    for (Mirror mirror : config.mirrors().values()) {
      List<String> bases = new ArrayList<>();
      for (Endpoint endpoint : mirror.endpoints()) {
        bases.add(base(endpoint));
      }
      boolean skip = Boolean.TRUE.equals(mirror.skipFallback());
      all.put("mirror " + mirror.name(), bases + (skip ? " only" : ""));
    }
    for (Auth auth : config.auths().values()) {
      all.put(
          "auth " + auth.name(),
          String.join(
              "|",
              String.valueOf(auth.username()),
              String.valueOf(auth.password()),
              String.valueOf(auth.auth()),
              String.valueOf(auth.identityToken())));
    }
    for (Tls tls : config.tls().values()) {
      ClientIdentity identity = tls.clientIdentity();
      String client =
          identity == null ? "" : identity.cert() + "|" + (keys ? identity.key() : "a key");
      boolean skip = Boolean.TRUE.equals(tls.insecureSkipVerify());
      all.put("tls " + tls.name(), client + "|" + tls.ca() + "|" + skip);
    }
    return all;
  }

  /** Where requests go: the path is cleaned, and ends in /v2 unless it is overridden. */
  private static String base(Endpoint endpoint) {
    String url = endpoint.url();
    int cut = url.indexOf('?') < 0 ? url.indexOf('#') : url.indexOf('?');
    String plain = cut < 0 ? url : url.substring(0, cut);
    int host = plain.indexOf("//") + 2;
    int slash = plain.indexOf('/', host);
    String path = slash < 0 ? "" : plain.substring(slash);
    String origin = slash < 0 ? plain : plain.substring(0, slash);
    String start = origin.replace("HTTPS:", "https:"); // documents write it so when they are read
    boolean override = Boolean.TRUE.equals(endpoint.overridePath());
    String clean = path.isEmpty() ? "" : Path.of(path).normalize().toString();
    if (!override && !clean.endsWith("/v2")) {
      clean = clean.equals("/") ? "/v2" : clean + "/v2";
    }
    return start + clean;
  }
}
