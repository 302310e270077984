package org.vedette.standalone;

import java.time.Duration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Gives a context event loops and connection pools of its own. By default all contexts of a JVM share them, and the
 * first context that is closed disposes of them for all.
 */
final class DedicatedReactorResources implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(ReactorResourceFactory.class, DedicatedReactorResources::own);
    }

    private static ReactorResourceFactory own() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }
}
