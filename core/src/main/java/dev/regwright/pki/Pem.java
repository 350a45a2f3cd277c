package dev.regwright.pki;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads PEM text the way every Go program does and writes it the way OpenSSL does. */
public final class Pem {
  private static final int LINE = 64;

  private Pem() {}

  /**
   * All blocks that a loop over Go's {@code pem.Decode} finds in {@code text}, in order. Text
   * around blocks, blocks whose base64 is damaged and blocks whose BEGIN does not start a line are
   * passed over in silence, as there. Linear in the length of the text.
   */
  public static List<PemBlock> blocks(String text) {
    PemScanner scanner = new PemScanner(text);
    List<PemBlock> blocks = new ArrayList<>();
    PemBlock block = scanner.next();
    while (block != null) {
      blocks.add(block);
      block = scanner.next();
    }
    return List.copyOf(blocks);
  }

  /** The first of {@link #blocks}, without reading on. */
  public static Optional<PemBlock> first(String text) {
    return Optional.ofNullable(new PemScanner(text).next());
  }

  /**
   * One block without headers, in the layout of OpenSSL: 64 columns, LF, a final LF.
   *
   * @param type the words for the BEGIN and END lines; not checked
   */
  public static String encode(String type, Der der) {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    String body = new String(encoder.encode(der.shared()), StandardCharsets.US_ASCII);
    return "-----BEGIN "
        + type
        + "-----\n"
        + body
        + (body.isEmpty() ? "" : "\n")
        + "-----END "
        + type
        + "-----\n";
  }
}
