package dev.regwright.talos;

import dev.regwright.talos.Shape.Any;
import dev.regwright.talos.Shape.Base64;
import dev.regwright.talos.Shape.Flag;
import dev.regwright.talos.Shape.ListOf;
import dev.regwright.talos.Shape.MapOf;
import dev.regwright.talos.Shape.Struct;
import dev.regwright.talos.Shape.Text;
import dev.regwright.talos.Shape.Url;
import java.util.Map;

/**
 * The registry types of Talos, from {@code pkg/machinery/config/types/cri} and {@code
 * pkg/machinery/config/types/v1alpha1}. They are the same in every version that has them.
 */
final class Shapes {
  private static final Shape TEXT = new Text(false);
  private static final Shape SECRET = new Text(true);
  private static final Shape FLAG = new Flag();
  private static final Shape BASE64 = new Base64(false);
  private static final Shape SECRET_BASE64 = new Base64(true);

  /** The Go type of a legacy client identity, which Talos decodes and merges in its own way. */
  static final String LEGACY_IDENTITY = "x509.PEMEncodedCertificateAndKey";

  static final Struct MIRROR =
      new Struct(
          "cri.RegistryMirrorConfigV1Alpha1",
          Map.of(
              "apiVersion", TEXT,
              "kind", TEXT,
              "name", TEXT,
              "endpoints",
                  new ListOf(
                      "[]cri.RegistryEndpoint",
                      struct(
                          "cri.RegistryEndpoint", Map.of("url", new Url(), "overridePath", FLAG))),
              "skipFallback", FLAG),
          false);

  static final Struct AUTH =
      new Struct(
          "cri.RegistryAuthConfigV1Alpha1",
          Map.of(
              "apiVersion", TEXT,
              "kind", TEXT,
              "name", TEXT,
              "username", TEXT,
              "password", SECRET,
              "auth", SECRET,
              "identityToken", SECRET),
          false);

  static final Struct TLS =
      new Struct(
          "cri.RegistryTLSConfigV1Alpha1",
          Map.of(
              "apiVersion", TEXT,
              "kind", TEXT,
              "name", TEXT,
              "clientIdentity",
                  struct("meta.CertificateAndKey", Map.of("cert", TEXT, "key", SECRET)),
              "ca", TEXT,
              "insecureSkipVerify", FLAG),
          false);

  private static final Struct LEGACY_MIRROR =
      struct(
          "v1alpha1.RegistryMirrorConfig",
          Map.of(
              "endpoints", new ListOf("[]string", TEXT),
              "overridePath", FLAG,
              "skipFallback", FLAG));

  private static final Struct LEGACY_AUTH =
      struct(
          "v1alpha1.RegistryAuthConfig",
          Map.of("username", TEXT, "password", SECRET, "auth", SECRET, "identityToken", SECRET));

  private static final Struct LEGACY_TLS =
      struct(
          "v1alpha1.RegistryTLSConfig",
          Map.of(
              "clientIdentity",
                  struct(LEGACY_IDENTITY, Map.of("crt", BASE64, "key", SECRET_BASE64)),
              "ca", BASE64,
              "insecureSkipVerify", FLAG));

  /** The whole of {@code machine.registries}. */
  static final Struct REGISTRIES =
      struct(
          "v1alpha1.RegistriesConfig",
          Map.of(
              "mirrors", new MapOf("map[string]*v1alpha1.RegistryMirrorConfig", LEGACY_MIRROR),
              "config",
                  new MapOf(
                      "map[string]*v1alpha1.RegistryConfig",
                      struct(
                          "v1alpha1.RegistryConfig",
                          Map.of("tls", LEGACY_TLS, "auth", LEGACY_AUTH)))));

  /** A v1alpha1 configuration: its top level is closed, the rest of {@code machine} is carried. */
  static final Struct MACHINE_CONFIG =
      struct(
          "v1alpha1.Config",
          Map.of(
              "version", TEXT,
              "debug", FLAG,
              "persist", FLAG,
              "machine",
                  new Struct("v1alpha1.MachineConfig", Map.of("registries", REGISTRIES), true),
              "cluster", new Any()));

  /** A document whose type we do not know. */
  static final Struct UNKNOWN = new Struct("", Map.of(), true);

  private Shapes() {}

  private static Struct struct(String goType, Map<String, Shape> fields) {
    return new Struct(goType, fields, false);
  }
}
