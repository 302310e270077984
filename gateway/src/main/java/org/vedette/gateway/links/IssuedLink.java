package org.vedette.gateway.links;

import java.net.URI;
import java.time.Instant;

/**
 * A new one-time link.
 *
 * @param mailed whether a mail server took the mail with it; otherwise somebody has to hand it over
 */
public record IssuedLink(LinkPurpose purpose, URI address, Instant expiresAt, boolean mailed) {

    /** Without the address, which is a secret. */
    @Override
    public String toString() {
        return "IssuedLink[" + purpose + ", mailed=" + mailed + "]";
    }
}
