package dev.regwright.pki;

import dev.regwright.pki.DerReader.Element;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The certificate extensions Go's {@code crypto/x509/parser.go} looks into, each with the error
 * texts it gives.
 */
final class GoExtensions {
  private static final int EMAIL = 0x81;
  private static final int DNS = 0x82;
  private static final int URI = 0x86;
  private static final int IP = 0x87;

  private GoExtensions() {}

  /**
   * Throws Go's error when Go would refuse a certificate for this extension; unknown extensions
   * pass.
   */
  static void check(GoCertificate.Extension extension) throws GoError {
    DerReader value = DerReader.of(extension.value().shared());
    switch (extension.oid()) {
      case "2.5.29.14" -> subjectKeyIdentifier(extension.critical(), value);
      case "2.5.29.15" -> value.bits("x509: invalid key usage");
      case "2.5.29.17" -> alternativeNames(value);
      case "2.5.29.19" -> basicConstraints(value);
      case "2.5.29.30" -> nameConstraints(value);
      case "2.5.29.31" -> distributionPoints(value);
      case "2.5.29.32" -> policies(value);
      case "2.5.29.33" -> policyMappings(value);
      case "2.5.29.35" -> authorityKeyIdentifier(extension.critical(), value);
      case "2.5.29.36" -> policyConstraints(value);
      case "2.5.29.37" -> extendedKeyUsage(value);
      case "2.5.29.54" ->
          value.int64(DerReader.INTEGER, "x509: invalid inhibit any policy extension");
      case "1.3.6.1.5.5.7.1.1" -> authorityInfoAccess(extension.critical(), value);
      default -> {}
    }
  }

  private static void subjectKeyIdentifier(boolean critical, DerReader value) throws GoError {
    if (critical) {
      throw new GoError("x509: subject key identifier incorrectly marked critical");
    }
    value.read(DerReader.OCTET_STRING, "x509: invalid subject key identifier");
  }

  private static void basicConstraints(DerReader value) throws GoError {
    String error = "x509: invalid basic constraints";
    DerReader reader = value.read(DerReader.SEQUENCE, error);
    if (reader.peek(DerReader.BOOLEAN)) {
      reader.bool(error);
    }
    if (reader.peek(DerReader.INTEGER)) {
      BigInteger length = reader.integer(error);
      if (length.signum() < 0 || length.bitLength() > 63) {
        throw new GoError(error);
      }
    }
  }

  private static void alternativeNames(DerReader value) throws GoError {
    DerReader names = value.read(DerReader.SEQUENCE, "x509: invalid subject alternative names");
    while (!names.isEmpty()) {
      Element name = names.any("x509: invalid subject alternative name");
      byte[] bytes = name.body().bytes();
      switch (name.tag()) {
        case EMAIL -> ascii(bytes, "x509: SAN rfc822Name is malformed");
        case DNS -> ascii(bytes, "x509: SAN dNSName is malformed");
        case URI -> GoUri.check(ascii(bytes, "x509: SAN uniformResourceIdentifier is malformed"));
        case IP -> {
          if (bytes.length != 4 && bytes.length != 16) {
            throw new GoError("x509: cannot parse IP address of length " + bytes.length);
          }
        }
        default -> {}
      }
    }
  }

  private static String ascii(byte[] bytes, String error) throws GoError {
    if (!GoText.isAscii(bytes)) {
      throw new GoError(error);
    }
    return GoText.ascii(bytes);
  }

  private static void nameConstraints(DerReader value) throws GoError {
    String error = "x509: invalid NameConstraints extension";
    DerReader outer = value.read(DerReader.SEQUENCE, error);
    boolean alone = value.isEmpty();
    DerReader permitted = alone ? outer.optional(DerReader.context(0, true), error) : null;
    DerReader excluded = alone ? outer.optional(DerReader.context(1, true), error) : null;
    if (!alone || !outer.isEmpty()) {
      throw new GoError(error);
    }
    int size =
        (permitted == null ? 0 : permitted.size()) + (excluded == null ? 0 : excluded.size());
    if (size == 0) {
      throw new GoError("x509: empty name constraints extension");
    }
    for (DerReader subtrees : new DerReader[] {permitted, excluded}) {
      while (subtrees != null && !subtrees.isEmpty()) {
        constraint(subtrees.read(DerReader.SEQUENCE, error).any(error));
      }
    }
  }

  private static void constraint(Element base) throws GoError {
    byte[] bytes = base.body().bytes();
    switch (base.tag()) {
      case DNS -> {
        String name = constraintText(bytes);
        if (!GoNames.isDomain(name, true)) {
          throw new GoError("x509: failed to parse dnsName constraint " + GoText.quote(name));
        }
      }
      case EMAIL -> {
        String name = constraintText(bytes);
        if (!(name.contains("@") ? GoNames.isMailbox(name) : GoNames.isDomain(name, true))) {
          throw new GoError("x509: failed to parse rfc822Name constraint " + GoText.quote(name));
        }
      }
      case URI -> {
        String name = constraintText(bytes);
        String error = "x509: failed to parse URI constraint " + GoText.quote(name);
        if (GoNames.isIp(name)) {
          throw new GoError(error + ": cannot be IP address");
        }
        if (!GoNames.isDomain(name, true)) {
          throw new GoError(error);
        }
      }
      case IP -> addressRange(bytes);
      default -> {}
    }
  }

  /** An address and a mask of ones followed by zeros. */
  private static void addressRange(byte[] bytes) throws GoError {
    if (bytes.length != 8 && bytes.length != 32) {
      throw new GoError("x509: IP constraint contained value of length " + bytes.length);
    }
    byte[] mask = Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
    BigInteger end = BigInteger.ONE.shiftLeft(8 * mask.length);
    if (end.subtract(new BigInteger(1, mask)).bitCount() != 1) {
      throw new GoError(
          "x509: IP constraint contained invalid mask " + HexFormat.of().formatHex(mask));
    }
  }

  private static String constraintText(byte[] bytes) throws GoError {
    if (!GoText.isAscii(bytes)) {
      throw new GoError(
          "x509: invalid constraint value: x509: "
              + GoText.quote(bytes)
              + " cannot be encoded as an IA5String");
    }
    return GoText.ascii(bytes);
  }

  private static void distributionPoints(DerReader value) throws GoError {
    String error = "x509: invalid CRL distribution point";
    DerReader points = value.read(DerReader.SEQUENCE, error + "s");
    while (!points.isEmpty()) {
      DerReader name =
          points.read(DerReader.SEQUENCE, error).optional(DerReader.context(0, true), error);
      if (name == null) {
        continue;
      }
      DerReader full = name.read(DerReader.context(0, true), error);
      while (full.peek(URI)) {
        full.read(URI, error);
      }
    }
  }

  private static void policies(DerReader value) throws GoError {
    String error = "x509: invalid certificate policies";
    DerReader policies = value.read(DerReader.SEQUENCE, error);
    Set<Der> seen = new HashSet<>();
    while (!policies.isEmpty()) {
      byte[] oid =
          policies.read(DerReader.SEQUENCE, error).read(DerReader.OBJECT_IDENTIFIER, error).bytes();
      if (!seen.add(Der.wrap(oid)) || !isLongOid(oid)) {
        throw new GoError(error);
      }
    }
  }

  /** Whether the bytes are an object identifier whose numbers may be of any size. */
  private static boolean isLongOid(byte[] oid) {
    boolean first = true;
    for (byte octet : oid) {
      if (first && octet == (byte) 0x80) {
        return false;
      }
      first = octet >= 0;
    }
    return oid.length > 0 && first;
  }

  private static void policyMappings(DerReader value) throws GoError {
    String error = "x509: invalid policy mappings extension";
    DerReader mappings = value.read(DerReader.SEQUENCE, error);
    while (!mappings.isEmpty()) {
      DerReader mapping = mappings.read(DerReader.SEQUENCE, error);
      mapping.read(DerReader.OBJECT_IDENTIFIER, error);
      mapping.read(DerReader.OBJECT_IDENTIFIER, error);
    }
  }

  private static void authorityKeyIdentifier(boolean critical, DerReader value) throws GoError {
    if (critical) {
      throw new GoError("x509: authority key identifier incorrectly marked critical");
    }
    String error = "x509: invalid authority key identifier";
    value.read(DerReader.SEQUENCE, error).optional(DerReader.context(0, false), error);
  }

  private static void policyConstraints(DerReader value) throws GoError {
    String error = "x509: invalid policy constraints extension";
    DerReader reader = value.read(DerReader.SEQUENCE, error);
    for (int number = 0; number < 2; number++) {
      int tag = DerReader.context(number, false);
      if (reader.peek(tag)) {
        reader.int64(tag, error);
      }
    }
  }

  private static void extendedKeyUsage(DerReader value) throws GoError {
    String error = "x509: invalid extended key usages";
    DerReader usages = value.read(DerReader.SEQUENCE, error);
    while (!usages.isEmpty()) {
      usages.oid(error);
    }
  }

  private static void authorityInfoAccess(boolean critical, DerReader value) throws GoError {
    if (critical) {
      throw new GoError("x509: authority info access incorrectly marked critical");
    }
    String error = "x509: invalid authority info access";
    DerReader descriptions = value.read(DerReader.SEQUENCE, error);
    while (!descriptions.isEmpty()) {
      DerReader description = descriptions.read(DerReader.SEQUENCE, error);
      description.oid(error);
      description.optional(URI, error);
    }
  }
}
