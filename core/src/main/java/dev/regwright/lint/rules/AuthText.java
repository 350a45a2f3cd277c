package dev.regwright.lint.rules;

import dev.regwright.model.Placeholders;
import dev.regwright.pki.GoBase64;
import dev.regwright.talos.AuthEntry;
import dev.regwright.talos.Field;
import dev.regwright.yaml.ByteText;
import org.jspecify.annotations.Nullable;

/** User names in credentials, whichever form these have. */
final class AuthText {
  private AuthText() {}

  /** What {@code auth} stands for, or null when it is not set or not base64. Secret. */
  static @Nullable String decoded(AuthEntry entry) {
    Field<String> auth = entry.auth();
    return auth != null
            && !Placeholders.in(auth.value())
            && GoBase64.decode(auth.value()) instanceof GoBase64.Decoded decoded
        ? ByteText.of(decoded.bytes().toByteArray())
        : null;
  }

  /** The user name that is sent, or null when there is none or it is not known. */
  static @Nullable Field<String> user(AuthEntry entry) {
    if (entry.username() != null) {
      return entry.username();
    }
    String decoded = decoded(entry);
    Field<String> auth = entry.auth();
    int colon = decoded == null ? -1 : decoded.indexOf(':');
    return decoded == null || auth == null || colon < 0
        ? null
        : new Field<>(decoded.substring(0, colon), auth.node());
  }
}
