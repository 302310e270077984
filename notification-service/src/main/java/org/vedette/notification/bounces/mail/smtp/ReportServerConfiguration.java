package org.vedette.notification.bounces.mail.smtp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.vedette.notification.BounceProperties;
import org.vedette.notification.bounces.ReportService;
import org.vedette.notification.delivery.returnpath.ReturnPath;

/** Takes reports by SMTP, if a port is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(ReportServerConfiguration.HasPort.class)
class ReportServerConfiguration {

    @Bean
    ReportServer reportServer(ReportService reports, BounceProperties properties, ReturnPath returnPath) {
        if (!returnPath.isSet()) {
            throw new IllegalArgumentException(
                    "VEDETTE_BOUNCES_SMTP_PORT needs VEDETTE_BOUNCES_RETURNPATH: reports are taken"
                            + " for return paths only");
        }
        return new ReportServer(
                reports,
                properties.smtp(),
                () -> new SmtpDialogue(
                        returnPath.domain(),
                        address -> returnPath.read(address).isPresent(),
                        properties.largest().toBytes()));
    }

    /** Whether a port is set. */
    static final class HasPort implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var port = context.getEnvironment()
                    .getProperty("vedette.bounces.smtp.port", "0")
                    .strip();
            return !port.isEmpty() && !port.equals("0");
        }
    }
}
