package org.vedette.notification.delivery.mail.smtp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.vedette.notification.delivery.servers.Domains;
import org.vedette.notification.delivery.servers.Domains.Domain;
import org.vedette.notification.delivery.servers.MailServer;
import org.vedette.notification.delivery.servers.MailServers;
import org.vedette.notification.subscribers.EmailAddress;

/** All mail servers with their connections. */
final class SmtpServers {

    private final Map<MailServer, SmtpServer> servers = new LinkedHashMap<>();
    private final MailServers model;
    private final Domains domains;
    private final LongSupplier nanoTime;

    SmtpServers(List<SmtpServer> servers, MailServers model, Domains domains, LongSupplier nanoTime) {
        servers.forEach(server -> this.servers.put(server.state(), server));
        this.model = model;
        this.domains = domains;
        this.nanoTime = nanoTime;
    }

    MailServers model() {
        return model;
    }

    SmtpServer of(MailServer server) {
        var found = servers.get(server);
        if (found == null) {
            throw new IllegalArgumentException("no server " + server.name());
        }
        return found;
    }

    int count() {
        return servers.size();
    }

    /** Whether one that takes mail was not tried yet. */
    boolean hasAnother(Collection<MailServer> tried) {
        return servers.keySet().stream().anyMatch(server -> !server.isHalted() && !tried.contains(server));
    }

    Domain domainOf(EmailAddress address) {
        return domains.of(address.value().substring(address.value().lastIndexOf('@') + 1));
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    void breakOff() {
        servers.values().forEach(server -> server.connections().breakOff());
    }

    void closeIdle() {
        servers.values().forEach(server -> server.connections().closeIdle());
    }

    void close() {
        servers.values().forEach(SmtpServer::close);
    }
}
