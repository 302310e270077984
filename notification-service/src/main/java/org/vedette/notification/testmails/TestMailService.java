package org.vedette.notification.testmails;

import java.time.Clock;
import java.time.Duration;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.controls.ControlRefusedException;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

/** Mails an alert to one address, as often as a person may within a day. */
public final class TestMailService {

    private static final Duration DAY = Duration.ofDays(1);

    private final Alerts alerts;
    private final TestMailLog journal;
    private final TestMails mails;
    private final int perDay;
    private final Clock clock;

    public TestMailService(Alerts alerts, TestMailLog journal, TestMails mails, int perDay, Clock clock) {
        this.alerts = alerts;
        this.journal = journal;
        this.mails = mails;
        this.perDay = perDay;
        this.clock = clock;
    }

    /**
     * Requests a test mail; emits how many that person may have sent today after it, or nothing when there is no such alert.
     * Fails with {@link TooManyTestMailsException} when that person may have none sent, and with {@link ControlRefusedException}
     * when nobody may be mailed about the post.
     */
    public Mono<Long> send(AlertId alert, EmailAddress to, String by) {
        return alerts.with(alert)
                .map(TestMailService::deliverable)
                .flatMap(found -> journal.count(by, clock.instant().minus(DAY))
                        .flatMap(sent -> sent >= perDay
                                ? Mono.error(new TooManyTestMailsException(perDay))
                                : send(new TestMail(alert, to, by, clock.instant()), perDay - sent - 1)));
    }

    private static Alert deliverable(Alert alert) {
        if (!alert.isDeliverable()) {
            throw ControlRefusedException.ended();
        }
        return alert;
    }

    private Mono<Long> send(TestMail mail, long left) {
        return journal.add(mail).then(mails.request(mail)).thenReturn(left);
    }
}
