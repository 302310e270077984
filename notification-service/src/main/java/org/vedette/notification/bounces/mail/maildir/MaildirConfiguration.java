package org.vedette.notification.bounces.mail.maildir;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.vedette.notification.BounceProperties;
import org.vedette.notification.bounces.ReportService;
import org.vedette.starter.workers.BackgroundWorker;

/** Reads a Maildir, if one is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(MaildirConfiguration.IsSet.class)
class MaildirConfiguration {

    @Bean
    BackgroundWorker maildirWorker(ReportService reports, BounceProperties properties) {
        var maildir = new Maildir(Path.of(properties.maildir()));
        var reader = new MaildirReader(maildir, reports, properties.largest().toBytes());
        return BackgroundWorker.every(properties.maildirCheck(), "bounce-maildir", reader::run);
    }

    /** Whether a directory is set. */
    static final class IsSet implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("vedette.bounces.maildir", "")
                    .isBlank();
        }
    }
}
