package org.vedette.gateway.docs;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Serves the script and style sheet of Swagger UI, which the build takes from its WebJar, and the script that starts it. */
@Configuration(proxyBeanMethods = false)
class DocsFilesConfiguration implements WebFluxConfigurer {

    // A pattern with a variable, because the path below the pattern is what is looked for.
    private static final String FILES = "/docs/{file:swagger-ui-bundle\\.js|swagger-ui\\.css|start\\.js|docs\\.css}";

    private static final CacheControl ONE_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FILES)
                .addResourceLocations("classpath:/static/docs/")
                .setCacheControl(ONE_HOUR);
    }
}
