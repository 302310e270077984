package org.vedette.notification.webhooks.signing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a webhook. After a rotation the secret before it signs as well for a while, so that receivers can change theirs
 * without losing a message.
 *
 * @param previous the secret before the current one; null for none
 * @param previousUntil when the previous one stops signing; null without one
 */
public record SigningSecrets(
        SigningSecret current,
        @Nullable SigningSecret previous,
        @Nullable Instant previousUntil) {

    /** Only a current secret. */
    public static SigningSecrets of(SigningSecret current) {
        return new SigningSecrets(current, null, null);
    }

    /** With a new current secret. */
    public SigningSecrets rotated(SigningSecret next, Duration overlap, Instant now) {
        return new SigningSecrets(next, current, now.plus(overlap));
    }

    /** The value of the header {@code webhook-signature}: one signature for each valid secret, with a space between. */
    public String sign(Signature signature, String id, Instant now, byte[] body) {
        var timestamp = now.getEpochSecond();
        var signed = signature.sign(current, id, timestamp, body);
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? signed + " " + signature.sign(previous, id, timestamp, body)
                : signed;
    }
}
