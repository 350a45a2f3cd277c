package dev.regwright.pki;

import dev.regwright.pki.Asn1Shape.Leaf;
import dev.regwright.pki.Asn1Shape.ListOf;
import dev.regwright.pki.Asn1Shape.Member;
import dev.regwright.pki.Asn1Shape.Struct;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes private keys as Go's {@code asn1.Unmarshal} does and fails with its texts. It differs
 * from plain DER reading in what it forgives: members behind the known ones and bytes behind the
 * structure are ignored.
 */
final class GoAsn1 {
  /**
   * How Go prints the options of a member that has none; only such members can fail for their tag.
   */
  private static final String NO_OPTIONS =
      "{optional:false explicit:false application:false private:false defaultValue:<nil> tag:<nil>"
          + " stringType:0 timeType:0 set:false omitEmpty:false}";

  private final byte[] data;

  /** The structure being read: its content's borders and where the next member begins. */
  private static final class Level {
    private final int base;
    private final int end;
    private int at;

    Level(int base, int end) {
      this.base = base;
      this.end = end;
      this.at = base;
    }
  }

  private GoAsn1(byte[] data) {
    this.data = data;
  }

  /**
   * Decodes one structure.
   *
   * @throws GoError with the text of Go's {@code encoding/asn1}
   */
  static Asn1Value decode(Asn1Shape shape, byte[] der) throws GoError {
    return new GoAsn1(der).member(Member.of(shape), new Level(0, der.length));
  }

  /** Whether {@link #decode} would succeed. */
  static boolean fits(Struct shape, byte[] der) {
    try {
      decode(shape, der);
      return true;
    } catch (GoError e) {
      return false;
    }
  }

  /** How many bytes the first element takes, which must be well formed. */
  static int length(byte[] der) throws GoError {
    Asn1Header header = Asn1Header.read(der, 0, der.length);
    return header.next() + header.length();
  }

  private Asn1Value member(Member member, Level level) throws GoError {
    int start = level.at;
    if (start == level.end) {
      if (member.optional()) {
        return Asn1Value.ABSENT;
      }
      throw syntax("sequence truncated");
    }
    Asn1Header header = Asn1Header.read(data, start, level.end);
    if (member.explicitTag() >= 0) {
      if (header.next() == level.end) {
        throw structure("explicit tag has no child");
      }
      boolean right = header.tagClass() == 2 && header.tag() == member.explicitTag();
      if (!right || (header.length() > 0 && !header.compound())) {
        return Asn1Value.ABSENT;
      }
      if (header.length() == 0) {
        throw structure("zero length explicit tag was not an asn1.Flag");
      }
      header = Asn1Header.read(data, header.next(), level.end);
    }
    if (!matches(member.shape(), header)) {
      if (member.optional()) {
        return Asn1Value.ABSENT;
      }
      throw mismatch(member.shape(), header, level);
    }
    if (header.length() > level.end - header.next()) {
      throw syntax("data truncated");
    }
    level.at = header.next() + header.length();
    return value(member.shape(), start, header.next(), level.at);
  }

  private static GoError mismatch(Asn1Shape shape, Asn1Header header, Level level) {
    return structure(
        "tags don't match (%d vs %s) %s %s @%d"
            .formatted(
                shape.tag(),
                header.goText(),
                NO_OPTIONS,
                shape.goName(),
                header.next() - level.base));
  }

  private static boolean matches(Asn1Shape shape, Asn1Header header) {
    return shape == Leaf.ANY
        || (header.tagClass() == 0
            && header.tag() == shape.tag()
            && header.compound() == shape.compound());
  }

  private Asn1Value value(Asn1Shape shape, int start, int from, int end) throws GoError {
    List<Asn1Value> parts = List.of();
    if (shape instanceof Struct struct) {
      parts = members(struct, new Level(from, end));
    } else if (shape instanceof ListOf list) {
      parts = elements(list, from, end);
    } else if (shape instanceof Leaf leaf) {
      check(leaf, from, end);
    }
    return new Asn1Value(data, start, from, end, parts);
  }

  private List<Asn1Value> members(Struct struct, Level level) throws GoError {
    List<Asn1Value> parts = new ArrayList<>();
    for (Member member : struct.members()) {
      parts.add(member(member, level));
    }
    return parts;
  }

  /** Go first counts the elements, and so reports a bad header before a bad element. */
  private List<Asn1Value> elements(ListOf list, int from, int end) throws GoError {
    int at = from;
    while (at < end) {
      Asn1Header header = Asn1Header.read(data, at, end);
      if (!matches(list.element(), header)) {
        throw structure("sequence tag mismatch");
      }
      if (header.length() > end - header.next()) {
        throw syntax("truncated sequence");
      }
      at = header.next() + header.length();
    }
    List<Asn1Value> parts = new ArrayList<>();
    Level level = new Level(from, end);
    while (level.at < end) {
      parts.add(member(Member.of(list.element()), level));
    }
    return parts;
  }

  private void check(Leaf leaf, int from, int end) throws GoError {
    switch (leaf) {
      case INT -> {
        integer(from, end);
        if (end - from > 8) {
          throw structure("integer too large");
        }
      }
      case BIG_INT -> integer(from, end);
      case BITS -> bits(from, end);
      case OID -> Base128.oid(data, from, end);
      case OCTETS, ANY -> {}
    }
  }

  private void integer(int from, int end) throws GoError {
    if (from == end) {
      throw structure("empty integer");
    }
    boolean padded =
        end - from > 1
            && ((data[from] == 0 && data[from + 1] >= 0)
                || (data[from] == -1 && data[from + 1] < 0));
    if (padded) {
      throw structure("integer not minimally-encoded");
    }
  }

  private void bits(int from, int end) throws GoError {
    if (from == end) {
      throw syntax("zero length BIT STRING");
    }
    int padding = data[from] & 0xff;
    if (padding > 7
        || (end - from == 1 && padding > 0)
        || (data[end - 1] & (1 << padding) - 1) != 0) {
      throw syntax("invalid padding bits in BIT STRING");
    }
  }

  private static GoError structure(String text) {
    return new GoError("asn1: structure error: " + text);
  }

  private static GoError syntax(String text) {
    return new GoError("asn1: syntax error: " + text);
  }
}
