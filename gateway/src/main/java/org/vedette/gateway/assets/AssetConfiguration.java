package org.vedette.gateway.assets;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Serves the files under {@code static/assets}, of the kinds we know and of no other. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebFluxConfigurer {

    private static final String[] KINDS = {
        "/assets/*.css", "/assets/*.js", "/assets/*.svg", "/assets/*.png", "/assets/*.ico"
    };

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final ContentTags tags = new ContentTags();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(KINDS)
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(FIVE_MINUTES)
                // Reproducible builds date every file alike, so a date says nothing about change.
                .setUseLastModified(false)
                .setEtagGenerator(tags::of);
    }
}
