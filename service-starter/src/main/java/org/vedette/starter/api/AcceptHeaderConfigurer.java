package org.vedette.starter.api;

import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Lets the framework read Accept headers with {@link AcceptHeaderResolver}. */
final class AcceptHeaderConfigurer implements WebFluxConfigurer {

    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
        builder.resolver(new AcceptHeaderResolver());
    }
}
