package org.vedette.notification.studio.web;

import java.util.List;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.delivery.dkim.DomainRecords;
import org.vedette.notification.delivery.servers.MailServer;
import org.vedette.notification.delivery.servers.MailServers;
import org.vedette.notification.studio.web.MailPage.Check;

/** What should be so for mails to be trusted, as far as it can be judged without asking the DNS. */
final class MailChecks {

    private static final String DONE = "done";
    private static final String TO_DO = "to do";

    private final NotificationServiceProperties properties;
    private final DomainRecords records;
    private final MailServers servers;

    MailChecks(NotificationServiceProperties properties, DomainRecords records, MailServers servers) {
        this.properties = properties;
        this.records = records;
        this.servers = servers;
    }

    List<Check> all() {
        var domain = records.domain();
        return List.of(
                check(
                        domain.contains("."),
                        "The sender is of a domain of yours: " + domain,
                        "Set VEDETTE_MAIL_FROM: nobody trusts mail of " + domain),
                check(
                        properties.baseUrl().startsWith("https://"),
                        "The address of the site is https, so that unsubscribing by one click works",
                        "Set VEDETTE_BASE_URL to an https address: mail programs unsubscribe by https only"),
                check(
                        records.hasRsa(),
                        "Mails are signed, with a key that every receiver knows",
                        records.isSigned()
                                ? "No key is RSA: some receivers know no other"
                                : "Mails are not signed, unless your mail server does it: set VEDETTE_DKIM_KEYS"),
                check(
                        servers.all().stream().noneMatch(MailServer::isHalted),
                        "Every mail server takes mail",
                        "A mail server takes no mail, see above"),
                check(
                        !properties.notices().to().isEmpty(),
                        "The team is told when an alert halts or fails",
                        "Nobody is told when an alert halts or fails: set VEDETTE_NOTIFICATION_NOTICES_TO"),
                new Check("look", "Whether the records below are published: this service does not ask the DNS"));
    }

    private static Check check(boolean isSo, String done, String toDo) {
        return isSo ? new Check(DONE, done) : new Check(TO_DO, toDo);
    }
}
