package dev.regwright.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/**
 * Which of our outputs a person watches. Java itself cannot tell the two apart, so the launcher
 * says it: {@code -Dregwright.terminal=} followed by the numbers of the descriptors that are
 * terminals.
 */
record Terminals(boolean out, boolean err) {
  private static final String PROPERTY = "regwright.terminal";
  private static final int CONSOLE_MAY_BE_NO_TERMINAL = 22;

  static Terminals ofProcess() {
    String said = System.getProperty(PROPERTY);
    return said != null ? of(said) : console(System.console());
  }

  static Terminals of(String descriptors) {
    return new Terminals(descriptors.indexOf('1') >= 0, descriptors.indexOf('2') >= 0);
  }

  private static Terminals console(@Nullable Console console) {
    boolean terminal = console != null && isTerminal(console);
    return new Terminals(terminal, terminal);
  }

  /** Since Java 22 there may be a console without a terminal, and a method to ask. */
  private static boolean isTerminal(Console console) {
    if (Runtime.version().feature() < CONSOLE_MAY_BE_NO_TERMINAL) {
      return true;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
