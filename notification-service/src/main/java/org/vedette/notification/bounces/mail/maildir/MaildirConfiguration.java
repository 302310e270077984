package org.vedette.notification.bounces.mail.maildir;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.BounceProperties;
import org.vedette.notification.bounces.ReportService;
import org.vedette.starter.workers.BackgroundWorker;

/** Reads a Maildir, if one is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${vedette.bounces.maildir:}'.isBlank()")
class MaildirConfiguration {

    @Bean
    BackgroundWorker maildirWorker(ReportService reports, BounceProperties properties) {
        var maildir = new Maildir(Path.of(properties.maildir()));
        var reader = new MaildirReader(maildir, reports, properties.largest().toBytes());
        return BackgroundWorker.every(properties.maildirCheck(), "bounce-maildir", reader::run);
    }
}
