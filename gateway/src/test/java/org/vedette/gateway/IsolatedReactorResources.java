package org.vedette.gateway;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Gives an application context event loops of its own. A context that is closed shuts its event loops down; the global
 * ones are also those of the contexts that other tests still use.
 */
@TestConfiguration(proxyBeanMethods = false)
public class IsolatedReactorResources {

    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }
}
