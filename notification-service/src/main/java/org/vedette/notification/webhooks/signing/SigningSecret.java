package org.vedette.notification.webhooks.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What sender and receiver share to sign messages, by the specification Standard Webhooks.
 *
 * @param text {@code whsec_} and the Base64 of 24 to 64 bytes
 */
public record SigningSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "[A-Za-z0-9+/]{32,88}={0,2}");
    private static final String ALGORITHM = "HmacSHA256";

    public SigningSecret {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("not the secret of a webhook");
        }
    }

    /** The secret of random bytes. */
    public static SigningSecret of(byte[] random) {
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    /** The signature of a message: {@code v1,} and the Base64 of its HMAC-SHA256. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Says nothing secret. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
