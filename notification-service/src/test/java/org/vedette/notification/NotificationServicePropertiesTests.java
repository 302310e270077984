package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NotificationServicePropertiesTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withPropertyValues("spring.config.name=notification-service")
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(OnlySettings.class);

    @Test
    void allSettingsButTheKeyHaveDefaults() {
        service.withPropertyValues("VEDETTE_LINK_KEY=a key for tests that is long enough")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aMissingKeyForLinksIsNamed() {
        service.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("VEDETTE_LINK_KEY must be set"));
    }

    @ParameterizedTest
    @CsvSource({
        "VEDETTE_LINK_KEY=short, VEDETTE_LINK_KEY must be set",
        "VEDETTE_BASE_URL=https://blog.example/with/a/path, VEDETTE_BASE_URL must look like",
        "VEDETTE_BASE_URL=https://blog.example?with=query, VEDETTE_BASE_URL must look like",
        "VEDETTE_BASE_URL=blog.example, VEDETTE_BASE_URL must look like",
        "VEDETTE_BASE_URL=https://bücher.example, VEDETTE_BASE_URL must look like",
        "VEDETTE_BASE_URL=http://blog.example, VEDETTE_BASE_URL must begin with https",
        "VEDETTE_BASE_URL=http://localhost.example:8080, VEDETTE_BASE_URL must begin with https",
        "VEDETTE_BASE_URL=http://192.0.2.1, VEDETTE_BASE_URL must begin with https",
        "vedette.notification.smtp.idle-timeout=0s, smtp.idleTimeout",
        "vedette.notification.deliveries.lease=0s, deliveries.lease",
        "vedette.notification.retention.deliveries=99d, retention.deliveries",
        "vedette.notification.deliveries.sweep=0s, deliveries.sweep",
    })
    void anInvalidSettingIsNamed(String setting, String complaint) {
        service.withPropertyValues("VEDETTE_LINK_KEY=a key for tests that is long enough", setting)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(complaint));
    }

    @Test
    void aSlashAtTheEndOfTheBaseUrlIsCutOff() {
        service.withPropertyValues(
                        "VEDETTE_LINK_KEY=a key for tests that is long enough",
                        "VEDETTE_BASE_URL=https://blog.example/")
                .run(context -> assertThat(context.getBean(NotificationServiceProperties.class)
                                .baseUrl())
                        .isEqualTo("https://blog.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://blog.localhost", "http://127.0.0.1:8080/", "http://[::1]:8080"})
    void onThisMachineHttpWillDo(String baseUrl) {
        service.withPropertyValues(
                        "VEDETTE_LINK_KEY=a key for tests that is long enough", "VEDETTE_BASE_URL=" + baseUrl)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @EnableConfigurationProperties(NotificationServiceProperties.class)
    static class OnlySettings {}
}
