package org.vedette.notification.delivery.dkim;

import java.security.PrivateKey;
import java.util.regex.Pattern;

/**
 * A private key that signs mails.
 *
 * @param domain the domain that takes responsibility ({@code d=}), in ASCII
 * @param selector name of the key below {@code _domainkey} of that domain ({@code s=})
 */
public record DkimKey(String domain, String selector, DkimAlgorithm algorithm, PrivateKey key) {

    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    public DkimKey {
        if (!SELECTOR.matcher(selector).matches()) {
            throw new IllegalArgumentException("not a selector: " + selector);
        }
    }

    /** A key whose algorithm follows from it; refuses one that DKIM does not know or trust. */
    public static DkimKey of(String domain, String selector, PrivateKey key) {
        var algorithm = DkimAlgorithm.of(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "DKIM takes RSA keys of 2048 bits or more, and Ed25519 keys; this is a shorter one, or "
                                + key.getAlgorithm()));
        return new DkimKey(domain, selector, algorithm, key);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return selector + "._domainkey." + domain;
    }
}
