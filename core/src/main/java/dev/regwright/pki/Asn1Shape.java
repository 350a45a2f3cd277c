package dev.regwright.pki;

import java.util.List;

/** What Go's {@code encoding/asn1} can be told to expect, as far as keys need it. */
sealed interface Asn1Shape {
  /** The universal tag expected. */
  int tag();

  /** The name of the Go type, as messages show it; empty for unnamed types. */
  String goName();

  /** Whether the encoding must be constructed. */
  default boolean compound() {
    return !(this instanceof Leaf);
  }

  /** Values without parts. */
  enum Leaf implements Asn1Shape {
    INT(2, "int"),
    BIG_INT(2, ""),
    BITS(3, "BitString"),
    OCTETS(4, ""),
    OID(6, "ObjectIdentifier"),
    ANY(-1, "RawValue");

    private final int tag;
    private final String goName;

    Leaf(int tag, String goName) {
      this.tag = tag;
      this.goName = goName;
    }

    @Override
    public int tag() {
      return tag;
    }

    @Override
    public String goName() {
      return goName;
    }
  }

  /** A SEQUENCE with known members; more may follow and are ignored. */
  record Struct(String goName, List<Member> members) implements Asn1Shape {
    Struct(String goName, Member... members) {
      this(goName, List.of(members));
    }

    @Override
    public int tag() {
      return 16;
    }
  }

  /** A SEQUENCE OF. */
  record ListOf(Struct element) implements Asn1Shape {
    @Override
    public int tag() {
      return 16;
    }

    @Override
    public String goName() {
      return "";
    }
  }

  /**
   * One place in a struct.
   *
   * @param explicitTag the context-specific tag around it, -1 for none
   */
  record Member(Asn1Shape shape, boolean optional, int explicitTag) {
    static Member of(Asn1Shape shape) {
      return new Member(shape, false, -1);
    }

    static Member optional(Asn1Shape shape) {
      return new Member(shape, true, -1);
    }

    static Member explicit(Asn1Shape shape, int tag) {
      return new Member(shape, true, tag);
    }
  }
}
