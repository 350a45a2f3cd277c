package dev.regwright.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites private keys as PKCS#8, the one form that every Talos version takes. The result is what
 * {@code openssl pkcs8 -topk8 -nocrypt} writes, with one exception: a curve given by its numbers
 * becomes the name of that curve, because Go reads only names.
 */
public final class Pkcs8 {
  private Pkcs8() {}

  /** How a conversion ended. */
  public sealed interface Result {}

  /**
   * A new text for the key field.
   *
   * @param pem one {@code PRIVATE KEY} block, 64 columns, LF
   */
  public record Converted(String pem) implements Result {
    @Override
    public String toString() {
      return "Converted[***]";
    }
  }

  /** The text begins with an unencrypted PKCS#8 key and may stay as it is. */
  public record Already() implements Result {}

  /**
   * No conversion without the user.
   *
   * @param why half a sentence for a message, without key material
   */
  public record Impossible(String why) implements Result {}

  /**
   * Converts the first private key of a PEM text. An {@code EC PARAMETERS} block supplies the curve
   * of a key that does not name it; other blocks are left behind.
   */
  public static Result convert(String text) {
    List<PemBlock> blocks = Pem.blocks(text);
    Optional<PemBlock> key = blocks.stream().filter(PemBlock::isPrivateKey).findFirst();
    if (key.isEmpty()) {
      return new Impossible("there is no private key in the text");
    }
    Optional<PemBlock> parameters =
        blocks.stream().filter(block -> block.type().equals("EC PARAMETERS")).findFirst();
    Result result = convert(key.get(), parameters);
    boolean inFront = blocks.get(0).isPrivateKey();
    return result instanceof Already && !inFront ? pem(key.get().der()) : result;
  }

  /** Converts one block. */
  public static Result convert(PemBlock key) {
    return convert(key, Optional.empty());
  }

  private static Result convert(PemBlock key, Optional<PemBlock> parameters) {
    KeyForm form = KeyFacts.of(key).form();
    byte[] der = key.der().shared();
    try {
      return switch (form) {
        case PKCS8 -> {
          GoPrivateKey.pkcs8(der);
          yield key.type().equals(PemBlock.PRIVATE_KEY) && key.headers().isEmpty()
              ? new Already()
              : pem(key.der());
        }
        case PKCS1 -> {
          GoPrivateKey.pkcs1(der);
          yield encoded(Asn1Guard.read(der, Pkcs8::fromPkcs1));
        }
        case SEC1 -> fromSec1(der, parameters);
        case ENCRYPTED_PKCS8, LEGACY_ENCRYPTED ->
            new Impossible("the key is encrypted and must be decrypted first");
        case PUBLIC -> new Impossible("it is a public key");
        case OTHER -> new Impossible("it is not a private key of a known form");
      };
    } catch (GoError e) {
      return new Impossible(e.text());
    }
  }

  private static PrivateKeyInfo fromPkcs1(byte[] der) {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return info(algorithm, RSAPrivateKey.getInstance(der));
  }

  private static Result fromSec1(byte[] der, Optional<PemBlock> parameters) throws GoError {
    Optional<NistCurve> curve =
        Asn1Guard.read(der, bytes -> curve(ECPrivateKey.getInstance(bytes).getParametersObject()))
            .or(() -> parameters.flatMap(Pkcs8::curve));
    if (curve.isEmpty()) {
      return new Impossible("its elliptic curve is missing or unknown to Go");
    }
    GoPrivateKey.sec1(Optional.of(curve.get().oid()), der);
    return encoded(Asn1Guard.read(der, bytes -> fromSec1(bytes, curve.get())));
  }

  private static PrivateKeyInfo fromSec1(byte[] der, NistCurve curve) {
    ECPrivateKey key = ECPrivateKey.getInstance(der);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(
            X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier(curve.oid()));
    BigInteger secret = new BigInteger(1, key.getPrivateKey().getOctets());
    int bits = curve.order().bitLength();
    return info(algorithm, new ECPrivateKey(bits, secret, key.getPublicKey(), null));
  }

  private static Optional<NistCurve> curve(PemBlock parameters) {
    return Asn1Guard.read(parameters.der().shared(), der -> curve(primitive(der)));
  }

  /** The curve of Go that has this name or exactly these numbers; null when there is none. */
  private static @Nullable NistCurve curve(@Nullable ASN1Encodable parameters) {
    if (parameters == null) {
      return null;
    }
    if (parameters instanceof ASN1ObjectIdentifier oid) {
      return NistCurve.ofOid(oid.getId()).orElse(null);
    }
    X9ECParameters numbers = X9ECParameters.getInstance(parameters);
    for (NistCurve curve : NistCurve.values()) {
      X9ECParameters known = curve.parameters();
      if (known.getCurve().equals(numbers.getCurve())
          && known.getG().equals(numbers.getG())
          && known.getN().equals(numbers.getN())) {
        return curve;
      }
    }
    return null;
  }

  private static ASN1Primitive primitive(byte[] der) {
    try {
      return ASN1Primitive.fromByteArray(der);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static PrivateKeyInfo info(AlgorithmIdentifier algorithm, ASN1Encodable key) {
    try {
      return new PrivateKeyInfo(algorithm, key);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Result encoded(Optional<PrivateKeyInfo> info) {
    if (info.isEmpty()) {
      return new Impossible("its structure is damaged");
    }
    try {
      return pem(Der.wrap(info.get().getEncoded(ASN1Encoding.DER)));
    } catch (IOException e) {
      return new Impossible("its structure is damaged");
    }
  }

  private static Result pem(Der der) {
    return new Converted(Pem.encode(PemBlock.PRIVATE_KEY, der));
  }
}
