package org.vedette.notification.webhooks.mail;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.WebhookProperties;
import org.vedette.notification.delivery.mail.MailIdentity;
import org.vedette.notification.webhooks.administration.DisabledNotices;
import org.vedette.notification.webhooks.administration.NoticeService;
import org.vedette.starter.workers.BackgroundWorker;

/** Wires the mails about webhooks that were disabled. */
@Configuration(proxyBeanMethods = false)
class DisabledNoticeConfiguration {

    private static final Duration TELLING = Duration.ofSeconds(10);

    @Bean
    BackgroundWorker webhookNotices(
            DisabledNotices notices,
            JavaMailSenderImpl server,
            MailIdentity sender,
            WebhookProperties properties,
            NotificationServiceProperties service,
            Clock clock) {
        var site = new DisabledMailer.Site(service.site().title(), service.baseUrl());
        var telling = new NoticeService(notices, new DisabledMailer(server, sender, properties.admins(), site), clock);
        return BackgroundWorker.every(TELLING, "webhook-notices", telling::run);
    }
}
