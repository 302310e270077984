package org.vedette.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.util.ClassUtils;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.StandardProblem;
import org.vedette.starter.workers.BackgroundWorker;
import org.vedette.starter.workers.WorkersHealthIndicator;

class StarterAutoConfigurationTests {

    private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
            .withPropertyValues(
                    "spring.kafka.admin.auto-create=false",
                    "spring.kafka.bootstrap-servers=localhost:1",
                    "spring.mongodb.uri=mongodb://localhost:1",
                    "vedette.mongodb.start-timeout=1ms")
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class, KafkaAutoConfiguration.class, MongoReactiveAutoConfiguration.class))
            .withConfiguration(AutoConfigurations.of(starter()));

    /** What Spring Boot finds under {@code META-INF/spring}. */
    private static Class<?>[] starter() {
        return ImportCandidates.load(AutoConfiguration.class, null).getCandidates().stream()
                .filter(name -> name.startsWith("org.vedette."))
                .map(name -> ClassUtils.resolveClassName(name, null))
                .toArray(Class<?>[]::new);
    }

    @Test
    void aServiceWithKafkaAndMongoDbGetsEverything() {
        runner.run(context -> assertThat(context)
                .hasSingleBean(CommonErrorHandler.class)
                .hasSingleBean(ProblemHandler.class)
                .hasSingleBean(WorkersHealthIndicator.class)
                .hasBean("storeHealthIndicator")
                .hasBean("topicCreator"));
    }

    @Test
    void aServiceWithoutThemStarts() {
        new ReactiveWebApplicationContextRunner()
                .withClassLoader(new FilteredClassLoader(KafkaTemplate.class, MongoClient.class))
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withConfiguration(AutoConfigurations.of(starter()))
                .run(context -> assertThat(context)
                        .hasSingleBean(ProblemHandler.class)
                        .doesNotHaveBean(BackgroundWorker.class));
    }

    @Test
    void aServiceStartsAlthoughTheNameOfItsBrokerCannotBeResolved() {
        runner.withPropertyValues(
                        "spring.kafka.bootstrap-servers=absent.invalid:9092", "spring.kafka.consumer.group-id=waiting")
                .withBean(Waiting.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(KafkaListenerEndpointRegistry.class)
                                    .getAllListenerContainers())
                            .singleElement()
                            .satisfies(
                                    listener -> assertThat(listener.isRunning()).isFalse());
                });
    }

    static class Waiting {

        @KafkaListener(id = "waits", topics = "posts")
        void on(String event) {
            throw new IllegalStateException("There is no broker to get " + event + " from");
        }
    }

    @Test
    void aServiceTranslatesFailuresOfTheFrameworkFirst() {
        ProblemMapper own = (failure, exchange) -> Optional.of(Problem.of(StandardProblem.NOT_FOUND, "Ours."));
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

        runner.withBean(ProblemMapper.class, () -> own)
                .run(context -> assertThat(context.getBean(ProblemHandler.class)
                                .problem(exchange, new BadCredentialsException("no"))
                                .detail())
                        .isEqualTo("Ours."));
    }
}
