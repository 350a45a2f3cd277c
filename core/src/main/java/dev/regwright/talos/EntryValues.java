package dev.regwright.talos;

import dev.regwright.model.Auth;
import dev.regwright.model.ClientIdentity;
import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Mirror;
import dev.regwright.model.Tls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of entries without their positions. */
final class EntryValues {
  private EntryValues() {}

  static Mirror mirror(MirrorEntry entry) {
    List<Endpoint> endpoints = new ArrayList<>(entry.endpoints().size());
    for (EndpointEntry endpoint : entry.endpoints()) {
      endpoints.add(new Endpoint(url(entry, endpoint), value(entry.overrideFlag(endpoint))));
    }
    return new Mirror(entry.nameText(), endpoints, value(entry.skipFallback()));
  }

  /**
   * The URL as Talos uses it: documents hold parsed URLs, which are written anew; legacy entries
   * hold texts.
   */
  static String url(MirrorEntry entry, EndpointEntry endpoint) {
    EndpointUrl parsed = entry.legacy() ? null : endpoint.parsed();
    if (parsed != null) {
      return parsed.goString();
    }
    return endpoint.url() == null ? "" : endpoint.url().value();
  }

  static Auth auth(AuthEntry entry) {
    return new Auth(
        entry.nameText(),
        value(entry.username()),
        value(entry.password()),
        value(entry.auth()),
        value(entry.identityToken()));
  }

  static Tls tls(TlsEntry entry) {
    ClientIdentity identity =
        entry.identity() == null
            ? null
            : new ClientIdentity(value(entry.cert()), value(entry.key()));
    return new Tls(
        entry.nameText(), identity, value(entry.ca()), value(entry.insecureSkipVerify()));
  }

  static <T> @Nullable T value(@Nullable Field<T> field) {
    return field == null ? null : field.value();
  }
}
