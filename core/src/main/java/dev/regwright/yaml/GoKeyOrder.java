package dev.regwright.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The order go-yaml writes the keys of a Go map in ({@code keyList.Less}): numbers inside keys
 * count as numbers, and letters come behind everything else, except right behind a digit.
 */
final class GoKeyOrder {
  private GoKeyOrder() {}

  /**
   * A sorted copy. Done by hand: go-yaml's order is not transitive for odd keys, which the JDK's
   * sort may answer with an exception.
   */
  static <T> List<T> sorted(List<T> items, Function<T, String> key) {
    if (items.size() < 2) {
      return List.copyOf(items);
    }
    int middle = items.size() / 2;
    List<T> a = sorted(items.subList(0, middle), key);
    List<T> b = sorted(items.subList(middle, items.size()), key);
    List<T> merged = new ArrayList<>(items.size());
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      merged.add(less(key.apply(b.get(j)), key.apply(a.get(i))) ? b.get(j++) : a.get(i++));
    }
    merged.addAll(a.subList(i, a.size()));
    merged.addAll(b.subList(j, b.size()));
    return merged;
  }

  static boolean less(String left, String right) {
    int[] a = runes(left);
    int[] b = runes(right);
    int i = 0;
    while (i < a.length && i < b.length && a[i] == b[i]) {
      i++;
    }
    if (i == a.length || i == b.length) {
      return a.length < b.length;
    }
    boolean letterA = Character.isLetter(a[i]);
    boolean letterB = Character.isLetter(b[i]);
    if (letterA && letterB) {
      return a[i] < b[i];
    }
    if (letterA || letterB) {
      boolean behindDigit = i > 0 && Character.isDigit(a[i - 1]);
      return behindDigit ? letterA : letterB;
    }
    return numberLess(a, b, i);
  }

  /** Go reads bytes that are not UTF-8, which are surrogates here, as U+FFFD. */
  private static int[] runes(String text) {
    int[] runes = text.codePoints().toArray();
    for (int i = 0; i < runes.length; i++) {
      runes[i] = Character.getType(runes[i]) == Character.SURROGATE ? 0xFFFD : runes[i];
    }
    return runes;
  }

  private static boolean numberLess(int[] a, int[] b, int at) {
    long lead = (a[at] == '0' || b[at] == '0') && insideNumber(a, at) ? 1 : 0;
    int endA = digitsEnd(a, at);
    int endB = digitsEnd(b, at);
    long numberA = number(a, at, endA, lead);
    long numberB = number(b, at, endB, lead);
    if (numberA != numberB) {
      return numberA < numberB;
    }
    return endA == endB ? a[at] < b[at] : endA < endB;
  }

  /** Whether a digit other than zero stands in the run of digits before the index. */
  private static boolean insideNumber(int[] text, int at) {
    for (int i = at - 1; i >= 0 && Character.isDigit(text[i]); i--) {
      if (text[i] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int digitsEnd(int[] text, int from) {
    int end = from;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private static long number(int[] text, int from, int end, long lead) {
    long number = lead;
    for (int i = from; i < end; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
