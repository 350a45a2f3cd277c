package dev.regwright.containerd;

import dev.regwright.toml.TomlArray;
import dev.regwright.toml.TomlDialect;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlTable;
import dev.regwright.toml.TomlValue;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as Go's {@code fmt} prints what go-toml decodes them to. */
final class GoFormat {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("Z", Locale.ROOT);

  private GoFormat() {}

  /** The verb {@code %v}. */
  static String value(TomlValue value) {
    if (value instanceof TomlArray array) {
      return array.items().stream().map(GoFormat::value).collect(Collectors.joining(" ", "[", "]"));
    }
    if (value instanceof TomlTable table) {
      return table.entries().stream()
          .sorted(Comparator.comparing(e -> e.key().text()))
          .map(e -> e.key().text() + ":" + value(e.value()))
          .collect(Collectors.joining(" ", "map[", "]"));
    }
    return scalar(((TomlScalar) value).value());
  }

  private static String scalar(Object value) {
    if (value instanceof Double d) {
      return number(d);
    }
    if (value instanceof OffsetDateTime t) {
      String zone = t.getOffset().equals(ZoneOffset.UTC) ? "UTC" : ZONE.format(t);
      return t.toLocalDate() + " " + TIME.format(t) + " " + ZONE.format(t) + " " + zone;
    }
    if (value instanceof LocalDateTime t) {
      return t.toLocalDate() + "T" + TIME.format(t);
    }
    return value instanceof LocalTime t ? TIME.format(t) : value.toString();
  }

  /** The shortest text that is the same number; with an exponent from 1e+06 on and below 1e-04. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = value < 0 ? "-" : "";
    return sign
        + digits.charAt(0)
        + fraction
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** The verb {@code %T}. */
  static String type(TomlValue value) {
    if (value instanceof TomlArray) {
      return "[]interface {}";
    }
    if (value instanceof TomlTable) {
      return "map[string]interface {}";
    }
    TomlScalar scalar = (TomlScalar) value;
    return switch (scalar.kind()) {
      case STRING -> "string";
      case INTEGER -> "int64";
      case FLOAT -> "float64";
      case BOOLEAN -> "bool";
      case TIME ->
          scalar.value() instanceof OffsetDateTime
              ? "time.Time"
              : "toml." + scalar.value().getClass().getSimpleName();
    };
  }

  /**
   * Whether a value has the Go type {@code []interface{}}; v1 gives tables a slice of their own.
   */
  static boolean isPlainSlice(TomlValue value, TomlDialect dialect) {
    return value instanceof TomlArray array
        && !(dialect == TomlDialect.GO_TOML_1 && array.ofTables());
  }
}
