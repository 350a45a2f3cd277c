package dev.regwright.convert;

/**
 * Where an address is in a text.
 *
 * @param start where its first line's content begins; comments above it stand before that line
 * @param label where its key stands; a comment behind it stands on that line
 * @param end where its content ends
 */
record Landmark(Address address, int start, int label, int end) {
  Landmark(Address address, int start, int end) {
    this(address, start, start, end);
  }
}
