package org.vedette.notification.webhooks.signing;

/** Signs messages, by the specification Standard Webhooks. */
@FunctionalInterface
public interface Signature {

    /**
     * The signature of a message: {@code v1,} and the Base64 of its HMAC-SHA256.
     *
     * @param timestamp seconds since 1970
     */
    String sign(SigningSecret secret, String id, long timestamp, byte[] body);
}
