package dev.regwright.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers what Go's {@code x509.ParseCertificate} ({@code crypto/x509/parser.go}) would: whether it
 * takes the DER, and if not, with which error text. Checks are made in Go's order, since only the
 * first failure is reported.
 */
final class GoCertificate {
  static final String RSA = "1.2.840.113549.1.1.1";
  static final String EC = "1.2.840.10045.2.1";
  static final String ED25519 = "1.3.101.112";
  static final String DSA = "1.2.840.10040.4.1";

  private static final String RDN = "x509: invalid RDNSequence";
  private static final String RDN_ATTRIBUTE = RDN + ": invalid attribute";
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;

  private GoCertificate() {}

  /** What is kept of a certificate that Go accepts. */
  record Parsed(PublicValue key, Instant notBefore, Instant notAfter, boolean selfIssued) {}

  /** One extension as it stands in the certificate. */
  record Extension(String oid, boolean critical, Der value) {}

  /**
   * Parses one certificate.
   *
   * @throws GoError with Go's text, when Go refuses the certificate
   */
  static Parsed parse(byte[] der) throws GoError {
    DerReader input = DerReader.of(der);
    DerReader certificate = input.read(DerReader.SEQUENCE, "x509: malformed certificate");
    DerReader tbs = certificate.read(DerReader.SEQUENCE, "x509: malformed tbs certificate");
    long version = version(tbs);
    if (tbs.integer("x509: malformed serial number").signum() < 0) {
      throw new GoError("x509: negative serial number");
    }
    signatureAlgorithm(tbs, certificate);
    DerReader.Element issuer = tbs.element(DerReader.SEQUENCE, "x509: malformed issuer");
    name(issuer.body());
    DerReader validity = tbs.read(DerReader.SEQUENCE, "x509: malformed validity");
    Instant notBefore = time(validity);
    Instant notAfter = time(validity);
    // Go says "issuer" for a malformed subject too.
    DerReader.Element subject = tbs.element(DerReader.SEQUENCE, "x509: malformed issuer");
    name(subject.body());
    PublicValue key = subjectKey(tbs.read(DerReader.SEQUENCE, "x509: malformed spki"));
    trailer(tbs, version);
    certificate.bits("x509: malformed signature");
    if (!input.isEmpty()) {
      throw new GoError("x509: trailing data");
    }
    boolean selfIssued = issuer.whole().sameBytes(subject.whole());
    return new Parsed(key, notBefore, notAfter, selfIssued);
  }

  /** The version as written, so 2 for X.509 version 3. */
  private static long version(DerReader tbs) throws GoError {
    String error = "x509: malformed version";
    DerReader explicit = tbs.optional(DerReader.context(0, true), error);
    if (explicit == null) {
      return 0;
    }
    long version = explicit.int64(DerReader.INTEGER, error);
    if (!explicit.isEmpty() || version < 0) {
      throw new GoError(error);
    }
    if (version > 2) {
      throw new GoError("x509: invalid version");
    }
    return version;
  }

  private static void signatureAlgorithm(DerReader tbs, DerReader certificate) throws GoError {
    DerReader inner =
        tbs.read(DerReader.SEQUENCE, "x509: malformed signature algorithm identifier");
    DerReader outer = certificate.read(DerReader.SEQUENCE, "x509: malformed algorithm identifier");
    if (!inner.sameBytes(outer)) {
      throw new GoError("x509: inner and outer signature algorithm identifiers don't match");
    }
    algorithm(inner);
  }

  /** An algorithm identifier's object identifier and the encoded parameters, empty when absent. */
  private record Algorithm(String oid, Der parameters) {}

  private static Algorithm algorithm(DerReader identifier) throws GoError {
    String oid = identifier.oid("x509: malformed OID");
    byte[] parameters =
        identifier.isEmpty()
            ? new byte[0]
            : identifier.any("x509: malformed parameters").whole().bytes();
    return new Algorithm(oid, Der.wrap(parameters));
  }

  private static void name(DerReader rdns) throws GoError {
    while (!rdns.isEmpty()) {
      DerReader set = rdns.read(DerReader.SET, RDN);
      while (!set.isEmpty()) {
        DerReader attribute = set.read(DerReader.SEQUENCE, RDN_ATTRIBUTE);
        attribute.oid(RDN_ATTRIBUTE + " type");
        DerReader.Element value = attribute.any(RDN_ATTRIBUTE + " value");
        String fault = GoNames.stringFault(value.tag(), value.body().bytes());
        if (!fault.isEmpty()) {
          throw new GoError(RDN_ATTRIBUTE + " value: " + fault);
        }
      }
    }
  }

  private static Instant time(DerReader validity) throws GoError {
    Instant time;
    String error = "x509: unsupported time format";
    if (validity.peek(UTC_TIME)) {
      error = "x509: malformed UTCTime";
      time = GoTime.utcTime(validity.any(error).body().bytes());
    } else if (validity.peek(GENERALIZED_TIME)) {
      error = "x509: malformed GeneralizedTime";
      time = GoTime.generalizedTime(validity.any(error).body().bytes());
    } else {
      time = null;
    }
    if (time == null) {
      throw new GoError(error);
    }
    return time;
  }

  private static PublicValue subjectKey(DerReader spki) throws GoError {
    Algorithm algorithm =
        algorithm(spki.read(DerReader.SEQUENCE, "x509: malformed public key algorithm identifier"));
    byte[] key = spki.bits("x509: malformed subjectPublicKey");
    return switch (algorithm.oid) {
      case RSA -> rsa(algorithm.parameters.shared(), key);
      case EC -> ec(algorithm.parameters.shared(), key);
      case ED25519 -> ed25519(algorithm.parameters.shared(), key);
      case DSA -> dsa(algorithm.parameters.shared(), key);
      default -> new PublicValue.Other(algorithm.oid);
    };
  }

  private static PublicValue rsa(byte[] parameters, byte[] key) throws GoError {
    if (parameters.length != 2 || parameters[0] != 5 || parameters[1] != 0) {
      throw new GoError("x509: RSA key missing NULL parameters");
    }
    DerReader reader = DerReader.of(key).read(DerReader.SEQUENCE, "x509: invalid RSA public key");
    BigInteger modulus = reader.integer("x509: invalid RSA modulus");
    long exponent = reader.int64(DerReader.INTEGER, "x509: invalid RSA public exponent");
    if (modulus.signum() <= 0) {
      throw new GoError("x509: RSA modulus is not a positive number");
    }
    if (exponent <= 0) {
      throw new GoError("x509: RSA public exponent is not a positive number");
    }
    return new PublicValue.Rsa(modulus, exponent);
  }

  private static PublicValue ec(byte[] parameters, byte[] key) throws GoError {
    String oid = DerReader.of(parameters).oid("x509: invalid ECDSA parameters");
    NistCurve curve =
        NistCurve.ofOid(oid).orElseThrow(() -> new GoError("x509: unsupported elliptic curve"));
    curve.checkPoint(key);
    return new PublicValue.Ec(curve, Der.wrap(key));
  }

  private static PublicValue ed25519(byte[] parameters, byte[] key) throws GoError {
    if (parameters.length != 0) {
      throw new GoError("x509: Ed25519 key encoded with illegal parameters");
    }
    if (key.length != 32) {
      throw new GoError("x509: wrong Ed25519 public key size");
    }
    return new PublicValue.Ed25519(Der.wrap(key));
  }

  private static PublicValue dsa(byte[] parameters, byte[] key) throws GoError {
    BigInteger y = DerReader.of(key).integer("x509: invalid DSA public key");
    String error = "x509: invalid DSA parameters";
    DerReader reader = DerReader.of(parameters).read(DerReader.SEQUENCE, error);
    boolean positive = y.signum() > 0;
    for (int i = 0; i < 3; i++) {
      positive &= reader.integer(error).signum() > 0;
    }
    if (!positive) {
      throw new GoError("x509: zero or negative DSA parameter");
    }
    return new PublicValue.Other(DSA);
  }

  /** What stands behind the key: unique identifiers and extensions. */
  private static void trailer(DerReader tbs, long version) throws GoError {
    if (version < 1) {
      return;
    }
    tbs.optional(DerReader.context(1, false), "x509: malformed issuerUniqueID");
    tbs.optional(DerReader.context(2, false), "x509: malformed subjectUniqueID");
    String error = "x509: malformed extensions";
    DerReader extensions = version == 2 ? tbs.optional(DerReader.context(3, true), error) : null;
    if (extensions == null) {
      return;
    }
    DerReader list = extensions.read(DerReader.SEQUENCE, error);
    List<Extension> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (!list.isEmpty()) {
      Extension extension = extension(list.read(DerReader.SEQUENCE, "x509: malformed extension"));
      if (!seen.add(extension.oid)) {
        throw new GoError(
            "x509: certificate contains duplicate extension with OID "
                + GoText.quote(extension.oid));
      }
      found.add(extension);
    }
    for (Extension extension : found) {
      GoExtensions.check(extension);
    }
  }

  private static Extension extension(DerReader reader) throws GoError {
    String oid = reader.oid("x509: malformed extension OID field");
    boolean critical =
        reader.peek(DerReader.BOOLEAN) && reader.bool("x509: malformed extension critical field");
    DerReader value = reader.read(DerReader.OCTET_STRING, "x509: malformed extension value field");
    return new Extension(oid, critical, Der.wrap(value.bytes()));
  }
}
