package dev.regwright.pki;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/**
 * What a certificate says about itself. No signature is verified.
 *
 * @param subject distinguished name in the order of the certificate, {@code C=XX,CN=Example}
 * @param issuer the same for the issuer
 * @param notBefore first moment of validity
 * @param notAfter last moment of validity
 * @param version 1 to 3
 * @param ca whether basic constraints say that this is a certificate authority
 * @param canSign whether Go would accept signatures of this certificate on others: an authority, or
 *     a certificate too old to say, that does not restrict its key to other uses ({@code
 *     Certificate.CheckSignatureFrom}). A certificate that cannot sign is a leaf: as {@code ca} it
 *     vouches for itself only.
 * @param selfIssued whether subject and issuer are the same
 * @param key the algorithm of its key
 * @param signature how it is signed, {@code SHA256WITHRSA} for instance, or an object identifier
 * @param names subject alternative names: {@code DNS:…}, {@code IP:…}, {@code URI:…}, {@code
 *     email:…}
 */
public record CertificateFacts(
    String subject,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    int version,
    boolean ca,
    boolean canSign,
    boolean selfIssued,
    KeyAlgorithm key,
    String signature,
    List<String> names) {

  /** Copies the names. */
  public CertificateFacts {
    names = List.copyOf(names);
  }

  /**
   * The facts of a block that Go parses as a certificate; empty for every other block, and for the
   * few certificates with damaged extensions or without an issuer that Go takes and Bouncy Castle
   * does not.
   */
  public static Optional<CertificateFacts> of(PemBlock block) {
    try {
      byte[] der = block.der().shared();
      GoCertificate.Parsed parsed = GoCertificate.parse(der);
      return Asn1Guard.read(der, bytes -> read(bytes, parsed));
    } catch (GoError refused) {
      return Optional.empty();
    }
  }

  private static CertificateFacts read(byte[] der, GoCertificate.Parsed parsed) {
    Certificate certificate = Certificate.getInstance(der);
    TBSCertificate tbs = certificate.getTBSCertificate();
    Optional<Extensions> extensions = Optional.ofNullable(tbs.getExtensions());
    Optional<BasicConstraints> constraints =
        value(extensions, Extension.basicConstraints).map(BasicConstraints::getInstance);
    boolean authority = constraints.map(BasicConstraints::isCA).orElse(tbs.getVersionNumber() < 3);
    boolean mayCertify =
        value(extensions, Extension.keyUsage)
            .map(KeyUsage::getInstance)
            .map(usage -> usage.hasUsages(KeyUsage.keyCertSign))
            .orElse(true);
    return new CertificateFacts(
        tbs.getSubject().toString(),
        tbs.getIssuer().toString(),
        parsed.notBefore(),
        parsed.notAfter(),
        tbs.getVersionNumber(),
        constraints.map(BasicConstraints::isCA).orElse(false),
        authority && mayCertify,
        parsed.selfIssued(),
        KeyAlgorithm.of(tbs.getSubjectPublicKeyInfo()),
        new DefaultSignatureNameFinder().getAlgorithmName(certificate.getSignatureAlgorithm()),
        value(extensions, Extension.subjectAlternativeName)
            .map(GeneralNames::getInstance)
            .map(CertificateFacts::names)
            .orElse(List.of()));
  }

  /**
   * The content of an extension, which is a DER tree of its own; an extension that is something
   * else leaves the certificate without facts rather than with wrong ones.
   */
  private static Optional<byte[]> value(Optional<Extensions> extensions, ASN1ObjectIdentifier oid) {
    Optional<byte[]> content =
        extensions
            .map(all -> all.getExtension(oid))
            .map(Extension::getExtnValue)
            .map(ASN1OctetString::getOctets);
    if (content.isPresent() && !Asn1Guard.isTree(content.get())) {
      throw new IllegalArgumentException(oid.getId());
    }
    return content;
  }

  private static List<String> names(GeneralNames general) {
    List<String> names = new ArrayList<>();
    for (GeneralName name : general.getNames()) {
      switch (name.getTagNo()) {
        case GeneralName.dNSName -> names.add("DNS:" + name.getName());
        case GeneralName.rfc822Name -> names.add("email:" + name.getName());
        case GeneralName.uniformResourceIdentifier -> names.add("URI:" + name.getName());
        case GeneralName.iPAddress ->
            names.add("IP:" + ip(ASN1OctetString.getInstance(name.getName()).getOctets()));
        default -> {}
      }
    }
    return names;
  }

  private static String ip(byte[] address) {
    List<String> parts = new ArrayList<>();
    boolean four = address.length == 4;
    for (int i = 0; i < address.length; i += four ? 1 : 2) {
      int high = address[i] & 0xff;
      parts.add(
          four ? String.valueOf(high) : Integer.toHexString(high << 8 | (address[i + 1] & 0xff)));
    }
    return String.join(four ? "." : ":", parts);
  }
}
