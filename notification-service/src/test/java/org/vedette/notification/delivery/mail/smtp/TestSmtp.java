package org.vedette.notification.delivery.mail.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.vedette.notification.delivery.mail.MailComposer;
import org.vedette.notification.delivery.mail.transport.SmtpConnectionPool;
import org.vedette.notification.delivery.mail.transport.TestSessions;
import org.vedette.notification.delivery.servers.CircuitRules;
import org.vedette.notification.delivery.servers.Domains;
import org.vedette.notification.delivery.servers.MailServer;
import org.vedette.notification.delivery.servers.MailServers;
import org.vedette.starter.telemetry.Traces;
import reactor.core.scheduler.Schedulers;

/** Mail servers at ports of this machine, as the service has them. */
final class TestSmtp {

    static final CircuitRules QUICK =
            new CircuitRules(20, 10, 0.5, 0.8, Duration.ofMillis(200), Duration.ofMillis(400));

    private static final int CONNECTIONS = 4;

    private TestSmtp() {}

    /** The servers at the ports, of which the first has weight 1, the second 2 and so on. */
    static SmtpServers servers(int... ports) {
        var servers = IntStream.range(0, ports.length)
                .mapToObj(index -> server(ports[index], index + 1))
                .toList();
        return servers(servers);
    }

    static SmtpMailer mailer(MailComposer composer, SmtpServers servers, MeterRegistry meters) {
        return new SmtpMailer(
                composer, servers, new MailMetrics(meters, Clock.systemUTC()), Traces.OFF, Schedulers.parallel());
    }

    private static SmtpServers servers(List<SmtpServer> servers) {
        return new SmtpServers(
                servers,
                new MailServers(servers.stream().map(SmtpServer::state).toList(), 50, System::nanoTime),
                new Domains(Double.POSITIVE_INFINITY, System::nanoTime),
                System::nanoTime);
    }

    private static SmtpServer server(int port, int weight) {
        var connections = new SmtpConnectionPool(
                TestSessions.at(port), Duration.ofMinutes(1), Duration.ofMinutes(10), Clock.systemUTC());
        var setting = new MailServer.Setting("localhost:" + port, weight, CONNECTIONS, Double.POSITIVE_INFINITY);
        return new SmtpServer(new MailServer(setting, QUICK, System::nanoTime), connections, CONNECTIONS);
    }
}
