package dev.regwright.pki;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * What a block that should be a key is. The content decides, not the words on the BEGIN line, as in
 * Go.
 *
 * @param algorithm empty when the key is encrypted, of an unknown form, or does not name it
 */
public record KeyFacts(KeyForm form, Optional<KeyAlgorithm> algorithm) {

  /** Looks at one block; never fails. */
  public static KeyFacts of(PemBlock block) {
    KeyForm form = form(block);
    byte[] der = block.der().shared();
    Optional<KeyAlgorithm> algorithm =
        switch (form) {
          case PKCS8 -> Asn1Guard.read(der, KeyFacts::ofPkcs8);
          case PKCS1 ->
              Asn1Guard.read(der, RSAPrivateKey::getInstance)
                  .map(key -> KeyAlgorithm.rsa(key.getModulus().bitLength()));
          case SEC1 -> Asn1Guard.read(der, KeyFacts::ofSec1);
          case PUBLIC -> ofPublic(der);
          case ENCRYPTED_PKCS8, LEGACY_ENCRYPTED, OTHER -> Optional.empty();
        };
    return new KeyFacts(form, algorithm);
  }

  private static KeyForm form(PemBlock block) {
    Map<String, String> headers = block.headers();
    byte[] der = block.der().shared();
    if (headers.containsKey("DEK-Info")
        || headers.getOrDefault("Proc-Type", "").contains("ENCRYPTED")) {
      return KeyForm.LEGACY_ENCRYPTED;
    }
    if (GoAsn1.fits(KeyShapes.PKCS8, der)) {
      return KeyForm.PKCS8;
    }
    if (GoAsn1.fits(KeyShapes.SEC1, der)) {
      return KeyForm.SEC1;
    }
    if (GoAsn1.fits(KeyShapes.PKCS1, der)) {
      return KeyForm.PKCS1;
    }
    if (GoAsn1.fits(KeyShapes.ENCRYPTED, der)) {
      return KeyForm.ENCRYPTED_PKCS8;
    }
    boolean rsaPublic =
        block.type().endsWith("PUBLIC KEY") && GoAsn1.fits(KeyShapes.PKCS1_PUBLIC, der);
    return rsaPublic || GoAsn1.fits(KeyShapes.PUBLIC, der) ? KeyForm.PUBLIC : KeyForm.OTHER;
  }

  private static KeyAlgorithm ofPkcs8(byte[] der) {
    PrivateKeyInfo key = PrivateKeyInfo.getInstance(der);
    KeyAlgorithm algorithm = KeyAlgorithm.of(key.getPrivateKeyAlgorithm());
    if (!algorithm.name().equals("RSA")) {
      return algorithm;
    }
    return Asn1Guard.read(key.getPrivateKey().getOctets(), RSAPrivateKey::getInstance)
        .map(rsa -> KeyAlgorithm.rsa(rsa.getModulus().bitLength()))
        .orElse(algorithm);
  }

  private static KeyAlgorithm ofSec1(byte[] der) {
    Object parameters = ECPrivateKey.getInstance(der).getParametersObject();
    return parameters == null
        ? KeyAlgorithm.ec("")
        : KeyAlgorithm.of(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, X962Parameters.getInstance(parameters)));
  }

  private static Optional<KeyAlgorithm> ofPublic(byte[] der) {
    return GoAsn1.fits(KeyShapes.PUBLIC, der)
        ? Asn1Guard.read(der, SubjectPublicKeyInfo::getInstance).map(KeyAlgorithm::of)
        : Asn1Guard.read(der, RSAPublicKey::getInstance)
            .map(key -> KeyAlgorithm.rsa(key.getModulus().bitLength()));
  }
}
