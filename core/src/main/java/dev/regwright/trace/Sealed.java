package dev.regwright.trace;

import dev.regwright.model.Auth;
import dev.regwright.pki.GoBase64;
import dev.regwright.pki.Pem;
import dev.regwright.pki.PemBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by what they are called, such as a password: they can be told apart, and never be seen.
 */
public final class Sealed {
  /** No values. */
  public static final Sealed NOTHING = new Sealed(new TreeMap<>());

  private final SortedMap<String, String> values;

  private Sealed(SortedMap<String, String> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  static Sealed of(SortedMap<String, String> values) {
    return values.isEmpty() ? NOTHING : new Sealed(new TreeMap<>(values));
  }

  /**
   * Credentials as a puller sends them: user name and password in base64 are the same as in plain.
   */
  static Sealed of(Auth auth) {
    SortedMap<String, String> values = new TreeMap<>();
    if (auth.username() != null) {
      values.put("user name", auth.username());
      values.put("password", auth.password() == null ? "" : auth.password());
    } else if (auth.identityToken() != null) {
      values.put("token", auth.identityToken());
    } else if (auth.auth() != null) {
      decoded(auth.auth(), values);
    }
    return of(values);
  }

  private static void decoded(String auth, SortedMap<String, String> values) {
    if (GoBase64.decode(auth) instanceof GoBase64.Decoded decoded) {
      String text = new String(decoded.bytes().toByteArray(), StandardCharsets.ISO_8859_1);
      int colon = text.indexOf(':');
      if (colon >= 0) {
        values.put("user name", text(text.substring(0, colon)));
        values.put("password", text(text.substring(colon + 1)));
      }
    }
  }

  private static String text(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Settings for TLS; of PEM only what is in its blocks counts, not how it is laid out. */
  static Sealed ofTls(@Nullable String ca, @Nullable String certificate, @Nullable String key) {
    SortedMap<String, String> values = new TreeMap<>();
    put(values, "CA", ca);
    put(values, "client certificate", certificate);
    put(values, "client key", key);
    return of(values);
  }

  private static void put(SortedMap<String, String> values, String name, @Nullable String pem) {
    if (pem == null || pem.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (PemBlock block : Pem.blocks(pem)) {
      text.append(Pem.encode(block.type(), block.der()));
    }
    values.put(name, text.isEmpty() ? pem.strip() : text.toString());
  }

  void into(SortedMap<String, String> others, String prefix) {
    values.forEach((name, value) -> others.put(prefix + name, value));
  }

  /** The names of what both have, with other values. */
  public List<String> others(Sealed other) {
    List<String> names = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          String theirs = other.values.get(name);
          if (theirs != null && !theirs.equals(value)) {
            names.add(name);
          }
        });
    return names;
  }

  /** The names of what only this has. */
  public List<String> missingIn(Sealed other) {
    List<String> names = new ArrayList<>(values.keySet());
    names.removeAll(other.values.keySet());
    return names;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sealed that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Three stars, whatever there is. */
  @Override
  public String toString() {
    return "***";
  }
}
