package dev.regwright.containerd;

import org.jspecify.annotations.Nullable;

/**
 * The {@code configs} entry of one host.
 *
 * @param host the host and port it is for, as written
 */
public record CriHost(Setting<String> host, @Nullable CriAuth auth, @Nullable CriTls tls) {}
