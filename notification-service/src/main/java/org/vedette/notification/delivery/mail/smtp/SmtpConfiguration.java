package org.vedette.notification.delivery.mail.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.NotificationServiceProperties.Smtp;
import org.vedette.notification.delivery.mail.MailComposer;
import org.vedette.notification.delivery.mail.transport.SmtpConnectionPool;
import org.vedette.notification.delivery.mail.transport.SmtpSession;
import org.vedette.notification.delivery.servers.CircuitRules;
import org.vedette.notification.delivery.servers.Domains;
import org.vedette.notification.delivery.servers.MailServer;
import org.vedette.notification.delivery.servers.MailServers;
import org.vedette.starter.telemetry.Traces;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.scheduler.Schedulers;

/** Wires the mail servers: the one under {@code spring.mail}, and those under {@code vedette.smtp.servers}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpProperties.class)
class SmtpConfiguration {

    private static final int LARGEST_BATCH = 500;

    @Bean
    MailMetrics mailMetrics(MeterRegistry meters, Clock clock) {
        return new MailMetrics(meters, clock);
    }

    @Bean(destroyMethod = "close")
    SmtpServers smtpServers(
            JavaMailSenderImpl first,
            SmtpProperties properties,
            NotificationServiceProperties service,
            MailMetrics metrics,
            Clock clock) {
        var smtp = service.smtp();
        var builder = new Builder(first, properties, smtp, clock);
        var servers = builder.all();
        servers.forEach(server -> metrics.register(server.state()));
        return new SmtpServers(
                servers,
                new MailServers(servers.stream().map(SmtpServer::state).toList(), LARGEST_BATCH, System::nanoTime),
                new Domains(SmtpProperties.limit(properties.domainRate()), System::nanoTime),
                System::nanoTime);
    }

    @Bean
    MailServers mailServers(SmtpServers servers) {
        return servers.model();
    }

    @Bean
    SmtpMailer smtpMailer(MailComposer composer, SmtpServers servers, MailMetrics metrics, Traces traces) {
        return new SmtpMailer(composer, servers, metrics, traces, Schedulers.parallel());
    }

    @Bean
    SmtpLifecycle smtpLifecycle(SmtpMailer mailer, NotificationServiceProperties properties) {
        return new SmtpLifecycle(mailer, properties.smtp().answerTimeout());
    }

    /** Closes idle connections in time when no mail is sent. */
    @Bean
    BackgroundWorker smtpIdleCloser(SmtpServers servers, NotificationServiceProperties properties) {
        var interval = properties.smtp().idleTimeout().dividedBy(2);
        return BackgroundWorker.every(interval, "smtp-idle-closer", servers::closeIdle);
    }

    @Bean
    MailServersHealthIndicator mailServersHealthIndicator(SmtpServers servers) {
        return new MailServersHealthIndicator(servers.model());
    }

    /** Makes the servers, which share encryption and timeouts. */
    private record Builder(JavaMailSenderImpl first, SmtpProperties properties, Smtp smtp, Clock clock) {

        List<SmtpServer> all() {
            var login = SmtpSession.Login.of(first);
            var main = new MailServer.Setting(
                    login.toString(), properties.weight(), smtp.connections(), SmtpProperties.limit(properties.rate()));
            return Stream.concat(
                            Stream.of(server(login, main)),
                            properties.servers().stream().map(this::further))
                    .toList();
        }

        private SmtpServer further(SmtpProperties.Server server) {
            var login = new SmtpSession.Login(server.host(), server.port(), server.username(), server.password());
            return server(
                    login,
                    new MailServer.Setting(
                            login.toString(),
                            server.weight(),
                            server.connections(),
                            SmtpProperties.limit(server.rate())));
        }

        private SmtpServer server(SmtpSession.Login login, MailServer.Setting setting) {
            var session = new SmtpSession(login, first, smtp);
            var connections = new SmtpConnectionPool(session, smtp.idleTimeout(), properties.connectionAge(), clock);
            var state = new MailServer(setting, CircuitRules.DEFAULT, System::nanoTime);
            return new SmtpServer(state, connections, setting.connections());
        }
    }
}
