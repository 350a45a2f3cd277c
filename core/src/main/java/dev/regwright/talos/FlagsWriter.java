package dev.regwright.talos;

import dev.regwright.model.Auth;
import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Mirror;
import dev.regwright.model.Placeholders;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.model.UrlParse;
import java.util.ArrayList;
import java.util.List;

/** Writes a configuration as flags and keeps account of what they cannot say. */
final class FlagsWriter {
  private final TalosVersion version;
  private final TalosctlCommand command;
  private final Urls urls;
  private final List<String> arguments = new ArrayList<>();
  private final List<FlagLoss> losses = new ArrayList<>();

  FlagsWriter(TalosVersion version, TalosctlCommand command) {
    this.version = version;
    this.command = command;
    this.urls = new Urls(version);
  }

  TalosctlFlagsText write(RegistryConfig config) {
    config.mirrors().values().forEach(this::mirror);
    config.tls().values().forEach(this::tls);
    for (Auth auth : config.auths().values()) {
      lose(
          FlagLoss.Part.AUTH,
          auth.name(),
          -1,
          "the credentials for " + KeyAdvice.quotable(auth.name()),
          "talosctl has no flag for credentials");
    }
    return new TalosctlFlagsText(arguments, losses);
  }

  private void lose(FlagLoss.Part part, String name, int endpoint, String what, String why) {
    losses.add(new FlagLoss(part, name, endpoint, what, why));
  }

  private void lose(Mirror mirror, int endpoint, String what, String why) {
    lose(FlagLoss.Part.MIRROR, mirror.name(), endpoint, what, why);
  }

  private void mirror(Mirror mirror) {
    String name = KeyAdvice.quotable(mirror.name());
    if (mirror.name().indexOf('=') >= 0) {
      lose(mirror, -1, "the mirror of " + name, "in a flag the name ends at the first =");
      return;
    }
    if (mirror.endpoints().isEmpty()) {
      lose(
          mirror,
          -1,
          "the mirror of " + name + ", which has no endpoints",
          "each flag names an endpoint; without one the registry is not kept from the mirror *");
    }
    if (mirror.skipsFallback()) {
      lose(
          mirror,
          -1,
          "skipFallback of " + name,
          "there is no flag for it: the registry itself is asked when no endpoint answers");
    }
    for (int i = 0; i < mirror.endpoints().size(); i++) {
      endpoint(mirror, i, mirror.endpoints().get(i));
    }
  }

  private void endpoint(Mirror mirror, int index, Endpoint endpoint) {
    String which = "endpoint " + (index + 1) + " of " + KeyAdvice.quotable(mirror.name());
    boolean checked =
        TalosChange.REGISTRY_DOCUMENTS.in(version) && !Placeholders.in(endpoint.url());
    UrlParse parse = urls.parse(endpoint.url());
    if (checked && parse instanceof UrlParse.Failed failed) {
      boolean mayHoldSecret = endpoint.url().indexOf('@') >= 0;
      lose(
          mirror,
          index,
          which,
          "talosctl does not parse the URL" + (mayHoldSecret ? "" : ": " + failed.reason()));
      return;
    }
    if (!add(TalosctlFlags.MIRROR, mirror.name() + "=" + endpoint.url())) {
      lose(mirror, index, which, "its URL has characters a command line cannot hold");
    } else if (endpoint.overridesPath() && !endsInApi(parse)) {
      lose(
          mirror,
          index,
          "overridePath of " + which,
          "there is no flag for it: /v2 is added to the URL's path");
    }
  }

  /** Whether the path ends in /v2, so that nothing is added to it whatever overridePath says. */
  private static boolean endsInApi(UrlParse parse) {
    if (!(parse instanceof UrlParse.Ok ok)) {
      return false;
    }
    EndpointUrl url = ok.url();
    String path = url.path();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return path.endsWith("/v2");
  }

  private void tls(Tls tls) {
    String host = KeyAdvice.quotable(tls.name());
    boolean lost = tls.ca() != null || tls.clientIdentity() != null;
    if (tls.ca() != null) {
      loseTls(tls, "the CA of " + host, "talosctl has no flag for certificates");
    }
    if (tls.clientIdentity() != null) {
      loseTls(tls, "the client certificate of " + host, "talosctl has no flag for certificates");
    }
    if (!tls.skipsVerify()) {
      if (!lost) {
        loseTls(tls, "the empty TLS settings of " + host, "no flag makes empty settings");
      }
    } else if (command == TalosctlCommand.GEN_CONFIG) {
      loseTls(
          tls,
          "insecureSkipVerify of " + host,
          "only " + TalosctlCommand.CLUSTER_CREATE.words(version) + " has a flag for it");
    } else if (!add(TalosctlFlags.INSECURE, tls.name())) {
      loseTls(tls, "insecureSkipVerify of " + host, "the name cannot stand on a command line");
    }
  }

  private void loseTls(Tls tls, String what, String why) {
    lose(FlagLoss.Part.TLS, tls.name(), -1, what, why);
  }

  /** Adds a flag with one element; false when talosctl would not read it as what it is. */
  private boolean add(String flag, String element) {
    String value = csv(element);
    PflagSlice read = PflagSlice.of(value);
    boolean same =
        read.failure() == null
            && read.items().size() == 1
            && read.items().get(0).text().equals(element)
            && element.indexOf('\0') < 0;
    if (same) {
      arguments.add("--" + flag);
      arguments.add(value);
    }
    return same;
  }

  /** An element as a CSV field. */
  private static String csv(String element) {
    boolean quotes = element.isEmpty() || element.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return quotes ? "\"" + element.replace("\"", "\"\"") + "\"" : element;
  }
}
