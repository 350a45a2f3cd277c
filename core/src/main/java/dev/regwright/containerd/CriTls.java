package dev.regwright.containerd;

import org.jspecify.annotations.Nullable;

/** TLS settings for one host, as the CRI configuration of containerd 1.x has them. */
public record CriTls(
    @Nullable Setting<String> caFile,
    @Nullable Setting<String> certFile,
    @Nullable Setting<String> keyFile,
    @Nullable Setting<Boolean> insecureSkipVerify) {}
