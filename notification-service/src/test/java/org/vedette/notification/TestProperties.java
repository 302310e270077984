package org.vedette.notification;

import java.time.Duration;
import java.time.ZoneId;
import org.vedette.notification.NotificationServiceProperties.Alerts;
import org.vedette.notification.NotificationServiceProperties.Confirmation;
import org.vedette.notification.NotificationServiceProperties.Deliveries;
import org.vedette.notification.NotificationServiceProperties.Site;
import org.vedette.notification.NotificationServiceProperties.Smtp;
import org.vedette.starter.legal.LegalProperties;

/** Settings for adapters that are tested without Spring. */
public final class TestProperties {

    private TestProperties() {}

    public static NotificationServiceProperties properties() {
        return properties("unused", "Threat Intelligence Blog <alerts@blog.example>");
    }

    public static NotificationServiceProperties withDatabase(String database) {
        return properties(database, "alerts@blog.example");
    }

    public static NotificationServiceProperties withFrom(String from) {
        return properties("unused", from);
    }

    public static LegalProperties noLegalPages() {
        return new LegalProperties(null, null);
    }

    private static NotificationServiceProperties properties(String database, String from) {
        return new NotificationServiceProperties(
                database,
                "https://blog.example",
                "a key for tests that is long enough",
                (short) 1,
                new Site("Threat Intelligence Blog", "From the wire", ZoneId.of("UTC"), "sv"),
                new Confirmation(Duration.ofDays(2), Duration.ofMinutes(10), 5, true),
                new Alerts(Duration.ofDays(2), 500),
                new Deliveries(
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        Duration.ofDays(2),
                        3),
                new Smtp(from, 4, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(1)));
    }
}
