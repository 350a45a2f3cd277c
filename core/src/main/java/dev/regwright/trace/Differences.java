package dev.regwright.trace;

import dev.regwright.model.ImageReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What machined and CRI do not do alike for one registry. */
final class Differences {
  private final Route machined;
  private final Route cri;
  private final List<String> found = new ArrayList<>();

  private Differences(Route machined, Route cri) {
    this.machined = machined;
    this.cri = cri;
  }

  static List<String> between(Route machined, Route cri) {
    return new Differences(machined, cri).find();
  }

  private List<String> find() {
    if (fails(machined) != fails(cri)) {
      found.add(
          fails(machined)
              ? "machined cannot pull at all, CRI can: system images fail, pods start"
              : "CRI cannot pull at all, machined can: pods fail, system images arrive");
      return found;
    }
    onlyOne(machined, cri, "machined", "CRI");
    onlyOne(cri, machined, "CRI", "machined");
    Set<String> done = new HashSet<>();
    for (Hop first : machined.hops()) {
      Hop second = same(first, cri);
      if (second != null && done.add(first.host() + first.basePath())) {
        compare(first, second);
      }
    }
    return found;
  }

  private static boolean fails(Route route) {
    return route.hops().isEmpty();
  }

  private void onlyOne(Route one, Route other, String name, String otherName) {
    List<String> only = new ArrayList<>();
    for (Hop hop : one.hops()) {
      if (same(hop, other) == null && !only.contains(hop.url())) {
        only.add(hop.url());
      }
    }
    if (!only.isEmpty()) {
      found.add(name + " asks " + String.join(", ", only) + "; " + otherName + " does not");
    }
  }

  /** The hop with the same host and path; whether over HTTPS or not is another difference. */
  private static @Nullable Hop same(Hop hop, Route route) {
    for (Hop other : route.hops()) {
      if (other.url().equals(hop.url())) {
        return other;
      }
    }
    for (Hop other : route.hops()) {
      if (other.httpFallback()
          && other.host().equals(hop.host())
          && other.basePath().equals(hop.basePath())) {
        return other;
      }
    }
    return null;
  }

  private void compare(Hop first, Hop second) {
    String host = first.host();
    if (first.auth().kind() != second.auth().kind()
        || !Objects.equals(first.auth().from(), second.auth().from())) {
      found.add(
          host
              + ": machined has "
              + words(first.auth())
              + ", CRI has "
              + words(second.auth())
              + hubHint(host, first.auth(), second.auth()));
    }
    compareTls(host, first.tls(), second.tls());
    if (second.httpFallback()) {
      found.add(
          host
              + ": CRI tries HTTPS and then plain HTTP; machined keeps to "
              + first.scheme().toUpperCase(Locale.ROOT));
    }
  }

  private void compareTls(String host, TlsUse one, TlsUse two) {
    if (one.ca() && two.ca()) {
      found.add(
          host
              + ": machined trusts its ca alone, CRI its ca and the system's, so a redirect to a"
              + " public host works for pods only");
    }
    only(host, one.ca(), two.ca(), " trusts its ca");
    only(host, one.client(), two.client(), " shows its client certificate");
    only(host, one.skipVerify(), two.skipVerify(), " takes any certificate");
  }

  private void only(String host, boolean machinedDoes, boolean criDoes, String what) {
    if (machinedDoes != criDoes) {
      String one = machinedDoes ? "machined" : "CRI";
      String other = machinedDoes ? "CRI" : "machined";
      found.add(host + ": " + one + what + ", " + other + " does not");
    }
  }

  /**
   * The rewriting of names that Talos does for pods and not for itself (siderolabs/talos#10617).
   */
  private static String hubHint(String host, AuthUse machined, AuthUse cri) {
    boolean rewritten =
        host.equals(ImageReference.HUB_HOST)
            && machined.kind() == AuthKind.NONE
            && cri.kind() != AuthKind.NONE;
    return rewritten
        ? "; credentials named docker.io are for pods only, those named registry-1.docker.io for both"
        : "";
  }

  private static String words(AuthUse auth) {
    return switch (auth.kind()) {
      case BASIC -> "a user name and a password";
      case TOKEN -> "a token";
      case NONE -> "no credentials";
    };
  }
}
