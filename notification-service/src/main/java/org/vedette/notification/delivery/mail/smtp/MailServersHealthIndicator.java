package org.vedette.notification.delivery.mail.smtp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.vedette.notification.delivery.servers.MailServer;
import org.vedette.notification.delivery.servers.MailServers;

/**
 * Health of the mail servers: DEGRADED while one takes no mail. Never down: alerts are planned and subscriptions are taken
 * meanwhile, and mails go as soon as a server takes them.
 */
final class MailServersHealthIndicator extends AbstractHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final MailServers servers;

    MailServersHealthIndicator(MailServers servers) {
        this.servers = servers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var statuses = servers.all().stream().map(MailServer::status).toList();
        var allTakeMail = statuses.stream().allMatch(status -> status.outage().isEmpty());
        health.status(allTakeMail ? Status.UP : DEGRADED);
        statuses.forEach(status -> health.withDetail(status.name(), details(status)));
    }

    private static Map<String, Object> details(MailServer.Status status) {
        var details = new LinkedHashMap<String, Object>();
        details.put("state", status.outage().isEmpty() ? "takes mail" : "halted");
        details.put(
                "messagesPerSecond",
                Double.isInfinite(status.rate()) ? "not limited" : Math.round(status.rate() * 10) / 10.0);
        details.put("connections", status.connections());
        status.outage().ifPresent(outage -> {
            details.put("haltedForSeconds", outage.since().toSeconds());
            details.put("lastReply", outage.lastRefusal());
        });
        return details;
    }
}
