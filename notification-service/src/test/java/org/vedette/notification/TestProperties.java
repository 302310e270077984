package org.vedette.notification;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.vedette.notification.NotificationServiceProperties.Alerts;
import org.vedette.notification.NotificationServiceProperties.Confirmation;
import org.vedette.notification.NotificationServiceProperties.Deliveries;
import org.vedette.notification.NotificationServiceProperties.Digests;
import org.vedette.notification.NotificationServiceProperties.NewSubscribers;
import org.vedette.notification.NotificationServiceProperties.Notices;
import org.vedette.notification.NotificationServiceProperties.Retention;
import org.vedette.notification.NotificationServiceProperties.SignUps;
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
                new SignUps(Duration.ZERO, Duration.ofSeconds(2), Duration.ofDays(30), 60, 240, 10, 1_000, 5_000),
                new NewSubscribers(NewSubscribers.Rhythm.IMMEDIATE, DayOfWeek.MONDAY, 7, List.of(), List.of()),
                new Alerts(Duration.ofDays(2), 500, 0, 0, 20),
                new Digests(Duration.ofDays(31), Duration.ofMinutes(1), Duration.ofSeconds(15)),
                new Deliveries(
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        Duration.ofDays(2),
                        3),
                new Smtp(from, 4, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(1)),
                new Notices(List.of(), Duration.ofSeconds(15)),
                new Retention(Duration.ofDays(400), Duration.ofDays(90), Duration.ofDays(1095), Duration.ofHours(1)));
    }
}
