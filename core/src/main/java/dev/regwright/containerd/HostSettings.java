package dev.regwright.containerd;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one host as they are written; null where there is none. A setting that containerd
 * refuses is left out.
 *
 * @param ca paths as written
 * @param client paths as written
 * @param header values by header name
 * @param dialTimeout the duration as written
 */
public record HostSettings(
    @Nullable Setting<List<Setting<String>>> capabilities,
    @Nullable Setting<List<Setting<String>>> ca,
    @Nullable Setting<List<Setting<ClientFiles>>> client,
    @Nullable Setting<Boolean> skipVerify,
    @Nullable Setting<Map<String, Setting<List<String>>>> header,
    @Nullable Setting<Boolean> overridePath,
    @Nullable Setting<String> dialTimeout) {

  /** Whether containerd takes the host for one with TLS settings: even an empty list of CAs is. */
  boolean tlsConfigured() {
    return ca != null || skipVerify != null || (client != null && !client.value().isEmpty());
  }
}
