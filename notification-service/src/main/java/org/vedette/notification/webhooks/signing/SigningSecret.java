package org.vedette.notification.webhooks.signing;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What sender and receiver share to sign messages, by the specification Standard Webhooks.
 *
 * @param text {@code whsec_} and the Base64 of 24 to 64 bytes
 */
public record SigningSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "[A-Za-z0-9+/]{32,88}={0,2}");

    public SigningSecret {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("not the secret of a webhook");
        }
    }

    /** The secret of random bytes. */
    public static SigningSecret of(byte[] random) {
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    /** The bytes of the key. */
    public byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Says nothing secret. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
