package org.vedette.gateway.addresses;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Serves the icons that browsers ask for at fixed addresses, whatever the pages link. */
@Configuration(proxyBeanMethods = false)
class IconConfiguration implements WebFluxConfigurer {

    // A pattern with a variable, because the path below the pattern is what is looked for.
    private static final String ICONS = "/{icon:favicon\\.ico|apple-touch-icon\\.png}";

    private static final CacheControl ONE_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ICONS)
                .addResourceLocations("classpath:/static/icons/")
                .setCacheControl(ONE_DAY)
                // Reproducible builds give every file the same date, so the date does not show a change.
                .setUseLastModified(false);
    }
}
