package dev.regwright.containerd;

/** Credentials as the CRI configuration has them; empty texts for what there is not. */
public record CriCredentials(String username, String password, String auth, String identityToken) {
  /** Shows nothing: it is all secret. */
  @Override
  public String toString() {
    return "CriCredentials";
  }
}
