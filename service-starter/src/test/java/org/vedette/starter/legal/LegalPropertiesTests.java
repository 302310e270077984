package org.vedette.starter.legal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.vedette.starter.legal.LegalProperties.LegalPage;

class LegalPropertiesTests {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(LegalAutoConfiguration.class));

    @Test
    void withoutATextThereIsNoPage() {
        context.withPropertyValues("vedette.legal.imprint=  ")
                .run(started -> assertThat(
                                started.getBean(LegalProperties.class).pages())
                        .isEmpty());
    }

    @Test
    void aPageHasItsPathAndItsText() {
        context.withPropertyValues(
                        "vedette.legal.privacy= We keep *nothing*. ", "vedette.legal.imprint=file:/imprint.md")
                .run(started -> assertThat(
                                started.getBean(LegalProperties.class).pages())
                        .containsExactly(
                                new LegalPage("Imprint", "/imprint", "file:/imprint.md"),
                                new LegalPage("Privacy", "/privacy", "We keep *nothing*.")));
    }
}
