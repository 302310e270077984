package org.vedette.notification.webhooks.administration;

import java.time.Clock;
import java.time.Duration;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.starter.MayBlock;

/** Tells the admins once of each webhook that was disabled, and tries until a mail server takes it. */
@MayBlock("the worker that calls it")
public final class NoticeService {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** Longer than a mail takes; after a crash another process tells. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final DisabledNotices notices;
    private final NoticeMailer mailer;
    private final Clock clock;

    public NoticeService(DisabledNotices notices, NoticeMailer mailer, Clock clock) {
        this.notices = notices;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** Sends what is due. */
    public void run() throws Exception {
        var now = clock.instant();
        var due = notices.claim(now, now.plus(CLAIM)).collectList().block(TIMEOUT);
        for (var webhook : due == null ? java.util.List.<Webhook>of() : due) {
            if (webhook.status() instanceof WebhookStatus.Disabled disabled) {
                mailer.send(webhook, disabled);
            }
            notices.notified(webhook.id()).block(TIMEOUT);
        }
    }
}
