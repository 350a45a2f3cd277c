package dev.regwright.diff;

import dev.regwright.trace.AuthUse;
import dev.regwright.trace.Hop;
import dev.regwright.trace.Sealed;
import dev.regwright.trace.TlsUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a puller does differently with one host, in words. */
final class HopCompare {
  private static final List<String> PULLING = List.of("pull", "resolve");

  private final List<String> words = new ArrayList<>();

  private HopCompare() {}

  static List<String> words(Hop before, Hop after, boolean capabilities) {
    HopCompare compare = new HopCompare();
    compare.sending(before, after);
    compare.auth(before.auth(), after.auth());
    compare.tls(before.tls(), after.tls());
    compare.sealed(before.more(), after.more());
    String asked = capabilities ? capabilities(before, after) : null;
    if (asked != null) {
      compare.words.add(asked);
    }
    return compare.words;
  }

  /** Pushing and looking for referrers is no part of a pull, so it does not count. */
  static @Nullable String capabilities(Hop before, Hop after) {
    List<String> old = pulling(before);
    List<String> now = pulling(after);
    return old.equals(now) ? null : "asked for " + list(now) + "; earlier for " + list(old);
  }

  private static List<String> pulling(Hop hop) {
    List<String> capabilities = new ArrayList<>(hop.capabilities());
    capabilities.retainAll(PULLING);
    return capabilities;
  }

  private static String list(List<String> words) {
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }

  private void sending(Hop before, Hop after) {
    if (before.unsent() == null && after.unsent() != null) {
      words.add("no request can be sent any more: " + after.unsent());
    } else if (before.unsent() != null && after.unsent() == null) {
      words.add("requests can be sent now");
    }
    if (before.httpFallback() != after.httpFallback()) {
      words.add(
          after.httpFallback()
              ? "plain HTTP is tried when HTTPS does not work"
              : "plain HTTP is no longer tried");
    }
  }

  private void auth(AuthUse before, AuthUse after) {
    if (before.kind() != after.kind()) {
      words.add("auth: " + before.kind().label() + " → " + after.kind().label());
    } else {
      sealed(before.secret(), after.secret());
    }
    if (after.trouble() != null && !after.trouble().equals(before.trouble())) {
      words.add("if it asks for credentials: " + after.trouble());
    } else if (before.trouble() != null && after.trouble() == null) {
      words.add("no longer, if it asks for credentials: " + before.trouble());
    }
  }

  private void tls(TlsUse before, TlsUse after) {
    only(before.ca(), after.ca(), "trusts its ca", "no longer trusts its ca");
    only(
        before.client(),
        after.client(),
        "shows its client certificate",
        "no longer shows its client certificate");
    only(
        before.skipVerify(),
        after.skipVerify(),
        "takes any certificate",
        "checks its certificate again");
    other(before.secret(), after.secret());
  }

  private void only(boolean before, boolean after, String begins, String ends) {
    if (before != after) {
      words.add(after ? begins : ends);
    }
  }

  private void sealed(Sealed before, Sealed after) {
    other(before, after);
    for (String name : before.missingIn(after)) {
      words.add(name + ": no longer set");
    }
    for (String name : after.missingIn(before)) {
      words.add(name + ": set");
    }
  }

  private void other(Sealed before, Sealed after) {
    for (String name : before.others(after)) {
      words.add("other " + name);
    }
  }
}
