package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

class DedicatedReactorResourcesTests {

    @Test
    void theThreadsOfAServiceCarryItsName() {
        try (var context = context("post-service")) {
            assertThat(threadOf(context)).startsWith("post-service-http-");
        }
    }

    @Test
    void aServiceThatStopsLeavesTheThreadsOfTheOthers() {
        try (var feed = context("feed-service")) {
            context("post-service").close();

            assertThat(threadOf(feed)).startsWith("feed-service-http-");
        }
    }

    private static String threadOf(AnnotationConfigApplicationContext context) {
        var thread = new CompletableFuture<String>();
        context.getBean(ReactorResourceFactory.class)
                .getLoopResources()
                .onServer(true)
                .execute(() -> thread.complete(Thread.currentThread().getName()));
        return thread.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static AnnotationConfigApplicationContext context(String service) {
        var context = new AnnotationConfigApplicationContext();
        new DedicatedReactorResources(service).initialize(context);
        context.refresh();
        return context;
    }
}
