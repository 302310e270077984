package org.vedette.standalone;

import java.time.Duration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/**
 * Gives a context event loops and connection pools of its own. By default all contexts of a JVM share them, and the
 * first context that is closed disposes of them for all.
 */
record DedicatedReactorResources(String service) implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(ReactorResourceFactory.class, this::resources);
    }

    private ReactorResourceFactory resources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResourcesSupplier(() -> LoopResources.create(service + "-http"));
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }
}
