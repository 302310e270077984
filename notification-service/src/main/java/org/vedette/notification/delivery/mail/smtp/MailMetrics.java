package org.vedette.notification.delivery.mail.smtp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.delivery.servers.Answer;
import org.vedette.notification.delivery.servers.MailServer;

/** Counts attempts by their result, and answers by mail server. */
final class MailMetrics {

    private static final String SERVER = "server";

    private static final Duration[] OBJECTIVES = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofHours(48)
    };

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Timer sent;

    MailMetrics(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
        this.sent = Timer.builder("vedette.notification.publish.sent")
                .description("From the alert about a post until a mail server has taken a mail of it")
                .serviceLevelObjectives(OBJECTIVES)
                .register(meters);
    }

    void register(MailServer server) {
        Gauge.builder("vedette.notification.mailserver.halted", server, known -> known.isHalted() ? 1 : 0)
                .tag(SERVER, server.name())
                .description("1 while nothing but probes is sent to a mail server")
                .register(meters);
        Gauge.builder(
                        "vedette.notification.mailserver.rate",
                        server,
                        known -> known.pace().rate())
                .tag(SERVER, server.name())
                .description("Messages a second that a mail server is sent at most")
                .register(meters);
    }

    void count(Message.Mailable message, Reply reply) {
        meters.counter("vedette.notification.mails", "reply", outcome(reply)).increment();
        if (reply instanceof Reply.Accepted && message instanceof Message.OfAlert alert) {
            sent.record(Duration.between(alert.alert().createdAt(), clock.instant()));
        }
    }

    void count(MailServer server, Answer answer) {
        meters.counter("vedette.notification.mailserver.answers", SERVER, server.name(), "answer", answer.label())
                .increment();
    }

    static String outcome(Reply reply) {
        if (reply instanceof Reply.Accepted) {
            return "accepted";
        }
        if (reply instanceof Reply.Refused) {
            return "refused";
        }
        if (reply instanceof Reply.Postponed) {
            return "postponed";
        }
        return reply instanceof Reply.TryLater ? "trylater" : "unclear";
    }
}
