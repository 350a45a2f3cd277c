package dev.regwright.containerd;

import org.jspecify.annotations.Nullable;

/**
 * The files of a client certificate.
 *
 * @param certificate the file with the certificate
 * @param key the file with its key, or null when both are in one file
 */
public record ClientFiles(String certificate, @Nullable String key) {}
