package org.vedette.notification.bounces.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.vedette.embedded.FreePorts;
import org.vedette.notification.BounceProperties;
import org.vedette.notification.LinkKey;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.ReportService;
import org.vedette.notification.bounces.TestReportServices;
import org.vedette.notification.delivery.returnpath.ReturnPath;

class ReportServerConfigurationTests {

    @Test
    void withoutAPortNothingListens() {
        with("bounces@blog.example")
                .withPropertyValues("vedette.bounces.smtp.port=0")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ReportServer.class));
    }

    @Test
    void withAPortReportsAreTaken() {
        var port = FreePorts.any();

        with("bounces@blog.example")
                .withPropertyValues("vedette.bounces.smtp.port=" + port, "vedette.bounces.smtp.address=127.0.0.1")
                .run(context ->
                        assertThat(context.getBean(ReportServer.class).port()).isEqualTo(port));
    }

    @Test
    void aPortWithoutAReturnPathIsRefused() {
        with("").withPropertyValues("vedette.bounces.smtp.port=" + FreePorts.any())
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("VEDETTE_BOUNCES_SMTP_PORT needs VEDETTE_BOUNCES_RETURNPATH"));
    }

    private static ApplicationContextRunner with(String returnPath) {
        return new ApplicationContextRunner()
                .withUserConfiguration(PropertiesConfiguration.class, ReportServerConfiguration.class)
                .withBean(
                        ReportService.class,
                        () -> TestReportServices.of(
                                message -> Report.of(Report.Kind.OTHER, TestReportServices.NOTHING)))
                .withBean(
                        ReturnPath.class,
                        () -> ReturnPath.of(returnPath, new LinkKey("one key of thirty-two characters")));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(BounceProperties.class)
    static class PropertiesConfiguration {}
}
