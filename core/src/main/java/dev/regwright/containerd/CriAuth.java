package dev.regwright.containerd;

import org.jspecify.annotations.Nullable;

/** Credentials for one host, as the CRI configuration has them; null where there is none. */
public record CriAuth(
    @Nullable Setting<String> username,
    @Nullable Setting<String> password,
    @Nullable Setting<String> auth,
    @Nullable Setting<String> identityToken) {}
