package org.vedette.notification.delivery.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.workers.BackgroundWorker;

/** Closes idle connections to the mail server in time when no mail is sent. */
@Configuration(proxyBeanMethods = false)
class IdleConnectionsConfiguration {

    @Bean
    BackgroundWorker smtpIdleCloser(SmtpConnectionPool connections, NotificationServiceProperties properties) {
        var interval = properties.smtp().idleTimeout().dividedBy(2);
        return BackgroundWorker.every(interval, "smtp-idle-closer", connections::closeIdle);
    }
}
