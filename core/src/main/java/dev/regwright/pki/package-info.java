/**
 * PEM blocks, X.509 certificates and private keys: what Go's decoders make of them, what they say
 * about themselves, and how a key is turned into PKCS#8. No YAML, no registry vocabulary, no files
 * and no provider registration may live here; bad input is answered with a value and never with an
 * exception.
 */
@NullMarked
package dev.regwright.pki;

import org.jspecify.annotations.NullMarked;
