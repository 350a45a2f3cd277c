package dev.regwright.preset;

import java.util.regex.Pattern;

/** What tells one upstream from another on a product: the part after {@code UPSTREAM=}. */
enum PlaceKind {
  /** One segment of a path, such as a project or a repository. */
  NAME(
      "name of letters, digits and . _ - between them",
      "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9])?"),
  /** Segments of a path. */
  PATH(
      "path of letters, digits and . _ - / between them",
      "(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9])?(?:/(?!$)|$)){1,16}"),
  /** The first part of a host name. */
  LABEL(
      "host label of lower-case letters, digits and - between them",
      "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"),
  /** A port. */
  PORT("port from 1 to 65535", "[0-9]{1,5}"),
  /** Nothing: the product has but one place. */
  NONE("place", "");

  private static final int MAX_LENGTH = 255;

  private final String meaning;
  private final Pattern shape;

  PlaceKind(String meaning, String shape) {
    this.meaning = meaning;
    this.shape = Pattern.compile(shape);
  }

  /** Lets through what stays in its part of a URL. */
  String check(String owner, String place) throws RefusedException {
    if (place.startsWith("/") || place.startsWith("v2/")) {
      throw new RefusedException(
          "the place of %s begins with a slash or v2/".formatted(owner),
          "name only what comes behind /v2/; the preset adds the rest");
    }
    if (place.length() > MAX_LENGTH || !shape.matcher(place).matches()) {
      throw new RefusedException(
          "what was given for %s does not fit".formatted(owner), "name a " + meaning);
    }
    return this == PORT ? Integer.toString(Host.port(place)) : place;
  }
}
