package org.vedette.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The notification service. Its settings are in {@code notification-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationServiceProperties.class)
public class NotificationServiceApplication {

    /** Starts the service on its own. */
    public static void main(String[] args) {
        var unused = new SpringApplicationBuilder(NotificationServiceApplication.class)
                .properties("spring.config.name=notification-service")
                .run(args);
    }
}
