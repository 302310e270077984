package org.vedette.notification.webhooks;

import java.time.Instant;
import org.vedette.notification.webhooks.signing.SigningSecrets;

/**
 * A receiver outside that is told when posts are published, revised or withdrawn.
 *
 * @param createdAt events from before are not for it
 */
public record Webhook(
        WebhookId id,
        WebhookSettings settings,
        SigningSecrets secrets,
        WebhookStatus status,
        ReceiverHealth health,
        Instant createdAt) {

    public boolean isEnabled() {
        return status instanceof WebhookStatus.Enabled;
    }

    /** What people read of its state in a word. */
    public String stateWord() {
        if (!isEnabled()) {
            return "disabled";
        }
        return health.isFailing() ? "failing" : "enabled";
    }
}
