package org.vedette.notification;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.vedette.notification.delivery.dkim.DkimKeysCommand;
import org.vedette.starter.deadletters.DeadLettersCommand;

/**
 * The notification service. Its settings are in {@code notification-service.yml}. With the argument {@code dkim-keys} it makes the keys
 * that sign mails instead, and prints the DNS records; with {@code dead-letters} it runs that command.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationServiceProperties.class)
public class NotificationServiceApplication {

    /** Starts the service on its own, or runs a command. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(DkimKeysCommand.NAME)) {
            System.exit(DkimKeysCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        if (args.length > 0 && args[0].equals(DeadLettersCommand.NAME)) {
            DeadLettersCommand.runAndExit(List.of(args).subList(1, args.length));
        }
        var unused = new SpringApplicationBuilder(NotificationServiceApplication.class)
                .properties("spring.config.name=notification-service")
                .run(args);
    }
}
