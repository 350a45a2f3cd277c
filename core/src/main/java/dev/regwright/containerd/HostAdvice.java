package dev.regwright.containerd;

import dev.regwright.model.UrlParse;
import dev.regwright.source.DidYouMean;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words the findings about values containerd itself refuses. */
final class HostAdvice {
  private HostAdvice() {}

  static Finding badUrl(Span span, String server, UrlParse.Failed failed) {
    boolean secret = server.indexOf('@') >= 0;
    String reason = secret ? withoutQuotes(failed.reason()) : failed.reason();
    String shown = secret ? "\"…\"" : failed.quotedInput();
    return ContainerdRules.BAD_URL
        .finding(span, "the URL does not parse: " + reason)
        .withHelp(urlHelp(server, failed.reason()))
        .withUpstream(
            "unable to parse server "
                + (secret ? "…" : server)
                + ": parse "
                + shown
                + ": "
                + reason);
  }

  /** Go quotes parts of the URL in its reasons; a part may be of a password. */
  private static String withoutQuotes(String reason) {
    int quote = reason.indexOf('"');
    return quote < 0 ? reason : reason.substring(0, quote) + "\"…\"";
  }

  private static String urlHelp(String server, String reason) {
    if (!server.equals(server.strip()) || server.startsWith("https:// ")) {
      return "remove the white space around the URL";
    }
    if (reason.startsWith("invalid port")) {
      return "a port is a number; put an IPv6 address in brackets, as in https://[fd00::1]:5000";
    }
    return "write it as https://host[:port][/path]";
  }

  static Finding unknownCapability(Span span, String word, Behaviour behaviour) {
    String known =
        String.join(", ", Capability.all(behaviour).stream().map(Capability::label).toList());
    return ContainerdRules.UNKNOWN_CAPABILITY
        .finding(span, "containerd " + behaviour.version() + " knows no such capability")
        .withHelp(capabilityHelp(word, behaviour, known))
        .withUpstream("unknown capability " + word);
  }

  /** The capability that a word was meant to be, or null. */
  static @Nullable String meantCapability(String word, Behaviour behaviour) {
    for (Capability capability : Capability.all(behaviour)) {
      if (capability.label().equalsIgnoreCase(word.strip())) {
        return capability.label();
      }
    }
    return DidYouMean.closest(
            word, Capability.all(behaviour).stream().map(Capability::label).toList())
        .orElse(null);
  }

  private static String capabilityHelp(String word, Behaviour behaviour, String known) {
    if (Capability.REFERRERS.label().equalsIgnoreCase(word)) {
      return "containerd knows referrers since 2.2; leave it out";
    }
    @Nullable String near = meantCapability(word, behaviour);
    return near == null ? "use " + known : "did you mean " + near + "?";
  }

  static Finding badDuration(Span span, String upstream) {
    return ContainerdRules.BAD_DURATION
        .finding(span, "this is not a duration")
        .withHelp("write a number with a unit, such as \"3s\" or \"500ms\"")
        .withUpstream(upstream);
  }

  /** Help for a key containerd ignores, or null. */
  static @Nullable String ignoredKey(String word, Behaviour behaviour, boolean root) {
    if (isKey(word.toLowerCase(Locale.ROOT)) && !isKey(word)) {
      return "write it in lower case";
    }
    String folded = word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    return switch (folded) {
      case "server" ->
          "server belongs at the top of the file, above every header; here it means nothing";
      case "insecureskipverify", "insecure", "skiptlsverify", "tlsskipverify" ->
          "the key is skip_verify";
      case "endpoint", "endpoints", "mirror", "mirrors", "hosts", "registry" ->
          "each mirror is a table of its own: [host.\"https://…\"]";
      case "username", "password", "auth", "token", "identitytoken", "credentials" ->
          "hosts.toml has no credentials; they go to registry.configs of the CRI configuration or"
              + " to image pull secrets";
      case "tls" -> "write ca, client and skip_verify into the host's own table";
      case "rewrite" ->
          "only k3s and RKE2 know rewrite; put the path into the URL with override_path";
      case "host" -> "hosts cannot be nested";
      case "cacert", "cafile", "certificateauthority" -> "the key is ca";
      case "cert", "key", "certfile", "keyfile", "clientcert", "clientkey" ->
          "the key is client = [[\"certificate\", \"key\"]]";
      case "headers" -> "the key is header";
      case "timeout", "connecttimeout" -> "the key is dial_timeout";
      default -> nearest(word, behaviour, root);
    };
  }

  private static @Nullable String nearest(String word, Behaviour behaviour, boolean root) {
    return DidYouMean.closest(word, HostKey.words(behaviour, root))
        .map(key -> "did you mean " + key + "?")
        .orElse(null);
  }

  /** The key that surely is what an ignored one was meant to be, or null. */
  static @Nullable String meantKey(String word, Behaviour behaviour, boolean root) {
    String lower = word.toLowerCase(Locale.ROOT);
    List<String> known = HostKey.words(behaviour, root);
    if (known.contains(lower)) {
      return lower;
    }
    return switch (lower.replace("_", "").replace("-", "")) {
      case "insecureskipverify", "skiptlsverify", "tlsskipverify" -> HostKey.SKIP_VERIFY.key();
      case "cacert", "cafile", "certificateauthority" -> HostKey.CA.key();
      case "server", "cert", "key" -> null;
      default -> DidYouMean.closest(word, known).orElse(null);
    };
  }

  /** Whether a word is a key of hosts.toml at all. */
  static boolean isKey(String word) {
    return Arrays.stream(HostKey.values()).anyMatch(k -> k.key().equals(word));
  }
}
