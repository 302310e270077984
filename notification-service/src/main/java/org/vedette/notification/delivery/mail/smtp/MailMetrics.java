package org.vedette.notification.delivery.mail.smtp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.delivery.servers.Answer;
import org.vedette.notification.delivery.servers.MailServer;

/** Counts attempts by their result, and answers by mail server. */
final class MailMetrics {

    private static final String SERVER = "server";

    private final MeterRegistry meters;

    MailMetrics(MeterRegistry meters) {
        this.meters = meters;
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

    void count(Reply reply) {
        meters.counter("vedette.notification.mails", "reply", outcome(reply)).increment();
    }

    void count(MailServer server, Answer answer) {
        meters.counter("vedette.notification.mailserver.answers", SERVER, server.name(), "answer", answer.label())
                .increment();
    }

    private static String outcome(Reply reply) {
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
