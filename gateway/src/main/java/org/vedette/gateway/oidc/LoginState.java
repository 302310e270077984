package org.vedette.gateway.oidc;

import java.time.Duration;
import java.time.Instant;

/**
 * What the browser keeps between leaving for the provider and coming back, in a signed cookie: an anonymous visitor has no
 * session.
 *
 * @param state comes back from the provider, so that nobody else's login is accepted (RFC 6749 §10.12)
 * @param nonce comes back in the ID token
 * @param verifier proves to the provider who asked for the code (RFC 7636)
 * @param next where to go afterwards
 */
record LoginState(String state, String nonce, String verifier, String next, Instant expiresAt) {

    static final Duration VALIDITY = Duration.ofMinutes(10);
}
