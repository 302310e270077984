package org.vedette.standalone;

import java.util.List;
import java.util.stream.Stream;
import org.vedette.feed.FeedServiceApplication;
import org.vedette.gateway.GatewayApplication;
import org.vedette.notification.NotificationServiceApplication;
import org.vedette.post.PostServiceApplication;
import org.vedette.standalone.settings.SuiteSettings;

/** The services of the suite. */
public enum Service {
    POST("post-service", PostServiceApplication.class, "VEDETTE_POST_SERVICE", Libraries.CLOUD, Libraries.MAIL),
    FEED("feed-service", FeedServiceApplication.class, "VEDETTE_FEED_SERVICE", Libraries.CLOUD, Libraries.MAIL),
    NOTIFICATION(
            "notification-service",
            NotificationServiceApplication.class,
            "VEDETTE_NOTIFICATION_SERVICE",
            Libraries.CLOUD),
    GATEWAY(
            "gateway",
            GatewayApplication.class,
            SuiteSettings.BASE_URL,
            Libraries.KAFKA,
            Libraries.MAIL,
            Libraries.OPENAPI);

    private final String configuration;
    private final Class<?> application;
    private final String addressSetting;
    private final String excludedPackages;

    Service(String configuration, Class<?> application, String addressSetting, String... excludedPackages) {
        this.configuration = configuration;
        this.application = application;
        this.addressSetting = addressSetting;
        this.excludedPackages = String.join(",", excludedPackages);
    }

    /** The configuration files of all services. */
    static List<String> configurationFiles() {
        return Stream.concat(
                        Stream.of("service-defaults.yml", "resource-server.yml", "kafka.yml"),
                        Stream.of(values()).map(service -> service.configuration + ".yml"))
                .toList();
    }

    /** Name of its configuration file, without the extension. */
    String configuration() {
        return configuration;
    }

    Class<?> application() {
        return application;
    }

    /** The setting by which the other services find it. */
    String addressSetting() {
        return addressSetting;
    }

    /** Packages of auto-configuration for libraries that only other services use, separated by commas. */
    String excludedPackages() {
        return excludedPackages;
    }

    private static final class Libraries {
        static final String CLOUD = "org.springframework.cloud";
        static final String KAFKA = "org.springframework.boot.kafka";
        static final String MAIL = "org.springframework.boot.mail";
        static final String OPENAPI = "org.springdoc";
    }
}
