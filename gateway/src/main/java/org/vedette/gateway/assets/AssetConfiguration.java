package org.vedette.gateway.assets;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Serves the files under {@code static/assets} that have one of the known extensions. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebFluxConfigurer {

    private static final String[] PATTERNS = {
        "/assets/*.css", "/assets/*.js", "/assets/*.svg", "/assets/*.png", "/assets/*.ico"
    };

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final ContentETags etags = new ContentETags();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PATTERNS)
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(FIVE_MINUTES)
                // Reproducible builds give every file the same date, so the date does not show a change.
                .setUseLastModified(false)
                .setEtagGenerator(etags::of);
    }
}
