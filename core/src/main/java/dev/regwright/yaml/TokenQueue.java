package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Hands the scanner's tokens to the parser, and shows each to a {@link TokenCheck} if there is one.
 * It also keeps the token that is next: the parser asks about it many times, and the scanner looks
 * for it anew each time.
 */
final class TokenQueue implements Scanner {
  private final Scanner scanner;
  private final @Nullable TokenCheck check;
  private @Nullable Token next;
  private boolean ended;

  TokenQueue(Scanner scanner, @Nullable TokenCheck check) {
    this.scanner = scanner;
    this.check = check;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Token peekToken() {
    Token token = next;
    if (token == null) {
      token = scanner.peekToken();
      next = token;
    }
    return token;
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return !ended && peekToken().getTokenId() == choice;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    if (ended) {
      return false;
    }
    Token.ID id = peekToken().getTokenId();
    for (Token.ID choice : choices) {
      if (id == choice) {
        return true;
      }
    }
    return choices.length == 0;
  }

  @Override
  public Token next() {
    Token token = peekToken();
    next = null;
    scanner.next();
    ended = token.getTokenId() == Token.ID.StreamEnd;
    if (check != null) {
      check.accept(token);
    }
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }
}
