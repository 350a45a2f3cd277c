package dev.regwright.pki;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One PEM block as Go's {@code encoding/pem} would return it, plus where it stands in the text.
 *
 * @param type the words between {@code BEGIN} and the dashes, for instance {@code CERTIFICATE}; may
 *     be empty
 * @param der the decoded body; may be empty
 * @param headers RFC 1421 headers such as {@code DEK-Info}, in the order of the text
 * @param start offset (in {@code char}s) of the first dash of the BEGIN line
 * @param end offset just behind the last dash of the END line
 */
public record PemBlock(String type, Der der, Map<String, String> headers, int start, int end) {
  /** The type of a certificate block, the only one that certificate pools read. */
  public static final String CERTIFICATE = "CERTIFICATE";

  /** The type of an unencrypted PKCS#8 key. */
  public static final String PRIVATE_KEY = "PRIVATE KEY";

  /** Copies the headers. */
  public PemBlock {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Whether certificate pools read this block: type {@code CERTIFICATE} and no headers. */
  public boolean isPlainCertificate() {
    return type.equals(CERTIFICATE) && headers.isEmpty();
  }

  /**
   * Whether Go's {@code tls.X509KeyPair} takes this block for the key: {@code PRIVATE KEY} or any
   * {@code … PRIVATE KEY}.
   */
  public boolean isPrivateKey() {
    return type.equals(PRIVATE_KEY) || type.endsWith(" " + PRIVATE_KEY);
  }

  /** Type, size and place; never the content. */
  @Override
  public String toString() {
    return "PemBlock[" + type + ", " + der.size() + " bytes, " + start + "-" + end + "]";
  }
}
