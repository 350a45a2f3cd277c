package dev.regwright.pki;

import java.util.List;
import java.util.Optional;

/**
 * Why a text that should be PEM is of no use to Go, as far as can be guessed; for help texts, not
 * for decisions.
 */
public enum PemTrouble {
  /** Nothing but white space. */
  EMPTY("the text is empty"),
  /** PEM encoded once more, as legacy {@code machine.registries} wants it. */
  BASE64_OF_PEM("this is base64 of PEM text; decode it once"),
  /** The inside of a PEM block, or DER in base64. */
  BASE64_WITHOUT_ARMOUR("this is base64 without the -----BEGIN and -----END lines"),
  /** The name of a file; the field wants its content. */
  FILE_NAME("this looks like a file name; the content of the file belongs here"),
  /** Backslash and n instead of line ends. */
  ESCAPED_NEWLINES("the text holds \\n as two characters instead of line ends"),
  /** BEGIN, body and END share a line, as after YAML folding. */
  ONE_LINE("the line ends are gone; use a literal block scalar (|)"),
  /** A BEGIN or END line with blanks in front. */
  INDENTED("the -----BEGIN or -----END line is indented; it must start its line"),
  /** A BEGIN line that is not finished by five dashes, or has other text on it. */
  BROKEN_BEGIN("the -----BEGIN line must stand alone and end with five dashes"),
  /** A block that is cut off. */
  NO_END("the -----END line is missing"),
  /** Only the end of a block. */
  NO_BEGIN("the -----BEGIN line is missing"),
  /** END names another type than BEGIN, or has text behind it. */
  OTHER_END(
      "the -----END line does not repeat the words of the -----BEGIN line, or has text behind it"),
  /** BEGIN or END with the wrong number of dashes. */
  WRONG_DASHES("BEGIN and END lines need five dashes on both sides"),
  /** A body with dots in the middle, as in documentation. */
  ABBREVIATED("the body is abbreviated with dots"),
  /** A body with characters that are not base64, or a part missing. */
  BAD_BODY("the body is not complete base64"),
  /** Only keys where a certificate is wanted. */
  KEY_ONLY("there is a key but no certificate"),
  /** A signing request where a certificate is wanted. */
  REQUEST("this is a certificate signing request, not a certificate"),
  /** The OpenSSL form with trust settings. */
  TRUSTED_CERTIFICATE("Go does not read TRUSTED CERTIFICATE blocks; convert with openssl x509"),
  /** A PKCS#7 bundle. */
  PKCS7("Go does not read PKCS#7 bundles; convert with openssl pkcs7 -print_certs"),
  /** Certificates with RFC 1421 headers, which pools skip. */
  HEADERS("certificates with header lines inside the block are skipped"),
  /** A certificate block that Go's parser refuses. */
  MALFORMED("Go cannot parse the certificate"),
  /** Blocks of some other type. */
  OTHER_TYPE("there are PEM blocks, but none is a certificate"),
  /** No trace of PEM. */
  NOT_PEM("this is not PEM text");

  private final String hint;

  PemTrouble(String hint) {
    this.hint = hint;
  }

  /** Half a sentence for a help text; never holds any of the input. */
  public String hint() {
    return hint;
  }

  /** Why {@link Pem#blocks} finds nothing; empty when it finds something. */
  public static Optional<PemTrouble> of(String text) {
    return Pem.first(text).isPresent() ? Optional.empty() : Optional.of(PemDoctor.diagnose(text));
  }

  /** Why {@link CaCheck#accepts} is false; empty when it is true. */
  public static Optional<PemTrouble> ofCertificates(String text) {
    List<PemBlock> blocks = Pem.blocks(text);
    if (blocks.isEmpty()) {
      return Optional.of(PemDoctor.diagnose(text));
    }
    return CaCheck.accepts(text) ? Optional.empty() : Optional.of(ofBlocks(blocks));
  }

  private static PemTrouble ofBlocks(List<PemBlock> blocks) {
    PemTrouble trouble = OTHER_TYPE;
    for (PemBlock block : blocks) {
      if (block.isPlainCertificate()) {
        return MALFORMED;
      }
      PemTrouble found = ofType(block);
      trouble = found == OTHER_TYPE ? trouble : found;
    }
    return trouble;
  }

  private static PemTrouble ofType(PemBlock block) {
    return switch (block.type()) {
      case PemBlock.CERTIFICATE -> block.headers().isEmpty() ? OTHER_TYPE : HEADERS;
      case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> REQUEST;
      case "TRUSTED CERTIFICATE" -> TRUSTED_CERTIFICATE;
      case "PKCS7", "CMS" -> PKCS7;
      default -> block.type().endsWith(" KEY") ? KEY_ONLY : OTHER_TYPE;
    };
  }
}
