package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.scheduler.Scheduler;

class FeedServiceConfigurationTests {

    @Test
    void theThreadsOfTheSearchEndWithTheContext() {
        new ApplicationContextRunner()
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withUserConfiguration(FeedServiceConfiguration.class)
                .run(context -> {
                    var schedulers =
                            List.copyOf(context.getBeansOfType(Scheduler.class).values());

                    context.close();

                    assertThat(schedulers).hasSize(2).allMatch(Scheduler::isDisposed);
                });
    }
}
