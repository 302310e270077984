package org.vedette.notification.bounces.mail.smtp;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.BounceProperties;
import org.vedette.notification.bounces.ReportService;
import org.vedette.notification.delivery.returnpath.ReturnPath;

/** Takes reports by SMTP, if a port is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${vedette.bounces.smtp.port:0}' != '0'")
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
}
