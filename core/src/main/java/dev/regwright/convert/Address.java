package dev.regwright.convert;

import dev.regwright.talos.FlagLoss.Part;

/**
 * A line of registry configuration by what it says, the same in documents and in {@code
 * machine.registries}, so that what belongs to it can move along.
 *
 * @param key the field's name in documents; empty for the entry as a whole
 * @param endpoint which endpoint, counted from 0; -1 when it is none
 */
record Address(Part part, String name, String key, int endpoint) {
  static final String WHOLE = "";

  /** An entry as a whole. */
  static Address of(Part part, String name) {
    return new Address(part, name, WHOLE, -1);
  }

  Address field(String field) {
    return new Address(part, name, field, endpoint);
  }

  Address item(int index) {
    return new Address(part, name, "url", index);
  }

  Address whole() {
    return of(part, name);
  }
}
