package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Subject;
import dev.regwright.model.Placeholders;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks among the credentials or the TLS settings of a file for those that are used for nothing.
 */
final class CredentialSearch {
  private final RuleInfo info;
  private final Subject subject;
  private final String what;
  private final Map<String, List<String>> hosts;
  private final Set<String> taken;

  CredentialSearch(
      RuleInfo info,
      Subject subject,
      String what,
      Map<String, List<String>> hosts,
      Set<String> names) {
    this.info = info;
    this.subject = subject;
    this.what = what;
    this.hosts = hosts;
    this.taken = new HashSet<>(names);
  }

  void report(@Nullable Field<String> name, Consumer<Finding> out) {
    boolean judged =
        name != null
            && !name.value().equals(RegistryNames.ALL)
            && !Placeholders.in(name.value())
            && !subject.endpointHosts().containsKey(name.value());
    Finding finding = name != null && judged ? finding(name) : null;
    if (finding != null) {
      out.accept(finding);
    }
  }

  private @Nullable Finding finding(Field<String> name) {
    boolean hub = RegistryNames.isHub(name.value()) || name.value().equals(RegistryNames.HUB_HOST);
    String flaw = RegistryNames.hostFlaw(name.value());
    if (flaw != null && !hub) {
      return flawed(name, flaw);
    }
    String registry = hub ? RegistryNames.HUB : name.value();
    MirrorEntry mirror = subject.mirrorNames().get(registry);
    if (mirror != null && RegistryNames.isNeverContacted(subject, registry)) {
      return neverAsked(name, mirror);
    }
    // dockerhub-credential-key knows more about the hub, and a mirror's fallback asks its registry
    return hub || mirror != null ? null : nearMiss(name);
  }

  private Finding neverAsked(Field<String> name, MirrorEntry mirror) {
    String registry = EntryWords.name(mirror.nameText());
    Finding finding =
        info.finding(
                subject.span(name.node()),
                "nothing uses "
                    + what
                    + ": "
                    + registry
                    + " itself is never asked, as its mirror skips the fallback")
            .withHelp("write the host and port of the mirror's endpoint, if they are for that");
    Field<Boolean> flag = mirror.skipFallback();
    return flag == null
        ? finding
        : finding.withRelated(subject.span(flag.node()), "the fallback is skipped here");
  }

  private Finding flawed(Field<String> name, String flaw) {
    String bare = RegistryNames.bare(name.value());
    boolean clear = !bare.isEmpty() && RegistryNames.hostFlaw(bare) == null;
    Finding finding =
        info.finding(
                subject.span(name.node()),
                "nothing uses "
                    + what
                    + ": they are looked up by host and port, and this name has "
                    + flaw)
            .withHelp(
                clear
                    ? "write " + EntryWords.name(bare)
                    : "write the host and port of an endpoint");
    return clear && taken.add(bare) ? finding.withFix(Renaming.safe(name, bare)) : finding;
  }

  private @Nullable Finding nearMiss(Field<String> name) {
    List<String> near = hosts.getOrDefault(hostname(name.value()), List.of());
    boolean port = !hostname(name.value()).equalsIgnoreCase(name.value());
    if (near.isEmpty() || taken.containsAll(near) || (port && near.size() > 1)) {
      return null; // one host with several ports may well have one more
    }
    String host = near.stream().filter(h -> !taken.contains(h)).findFirst().orElseThrow();
    Finding finding =
        info.finding(
                subject.span(name.node()),
                "the endpoint "
                    + EntryWords.name(host)
                    + " is asked without "
                    + what
                    + ": their name is not exactly its host and port")
            .withHelp("write " + EntryWords.name(host) + ", if they are for this endpoint");
    EndpointEntry endpoint = subject.endpointHosts().get(host);
    Finding placed =
        endpoint == null
            ? finding
            : finding.withRelated(subject.span(endpoint.node()), "the endpoint");
    return taken.add(host) ? placed.withFix(Renaming.unsafe(name, host)) : placed;
  }

  /** The hosts of the endpoints that count, by host without port. */
  static Map<String, List<String>> byHostname(Subject subject) {
    Map<String, List<String>> hosts = new HashMap<>();
    for (String host : new TreeSet<>(subject.endpointHosts().keySet())) {
      hosts.computeIfAbsent(hostname(host), h -> new ArrayList<>()).add(host);
    }
    return hosts;
  }

  /** The host without its port, in lower case. */
  private static String hostname(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon > 0 && host.substring(colon + 1).chars().allMatch(Character::isDigit);
    return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }
}
