package dev.regwright.generate;

import dev.regwright.model.Auth;
import dev.regwright.model.Placeholders;
import dev.regwright.pki.Der;
import dev.regwright.pki.GoBase64;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks credentials as far as the nodes would, but before they are rolled out. */
final class Credentials {
  private Credentials() {}

  static List<Auth> of(Access access, List<String> hosts) throws RefusedException {
    check(access);
    List<Auth> auths = new ArrayList<>();
    for (String host : hosts) {
      auths.add(
          new Auth(
              host, access.username(), access.password(), access.auth(), access.identityToken()));
    }
    return auths;
  }

  /** As registry_auth.go of Talos, and what it lets pass although no pull can work. */
  private static void check(Access access) throws RefusedException {
    boolean user = access.username() != null || access.password() != null;
    int kinds =
        (user ? 1 : 0) + (access.auth() != null ? 1 : 0) + (access.identityToken() != null ? 1 : 0);
    if (kinds > 1) {
      throw new RefusedException(
          "Talos takes one kind of credentials for a host",
          "give user name and password, or auth, or an identity token");
    }
    if (user && (isEmpty(access.username()) || isEmpty(access.password()))) {
      throw new RefusedException(
          isEmpty(access.username())
              ? "there is a password but no user name"
              : "there is a user name but no password",
          "give both");
    }
    checkText("password", access.password());
    checkText("auth", access.auth());
    checkText("identity token", access.identityToken());
    if (access.auth() != null && !Placeholders.in(access.auth())) {
      checkAuth(access.auth());
    }
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static void checkText(String what, @Nullable String text) throws RefusedException {
    if (text != null && text.isEmpty()) {
      throw new RefusedException("the " + what + " is empty", "check where it comes from");
    }
    if (text != null && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)) {
      throw new RefusedException(
          "the " + what + " has several lines", "put it alone on the first line");
    }
  }

  /** The puller decodes it strictly, and only trims NULs (image/resolver.go of Talos). */
  private static void checkAuth(String auth) throws RefusedException {
    if (!(GoBase64.decode(auth) instanceof GoBase64.Decoded decoded)) {
      throw new RefusedException(
          "auth is not base64 as Talos reads it",
          "make it with echo -n USER:PASSWORD | base64 -w0");
    }
    String text = text(decoded.bytes());
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1) {
      throw new RefusedException(
          "auth decodes to something that is not USER:PASSWORD",
          "encode both, with a colon between");
    }
    if (text.endsWith("\n")) {
      throw new RefusedException(
          "auth decodes to a password that ends in a line break",
          "make it with echo -n USER:PASSWORD | base64 -w0; without -n, echo adds one");
    }
  }

  private static String text(Der bytes) {
    return new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1);
  }
}
