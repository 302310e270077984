package org.vedette.feed.openapi.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.openapi.web.OpenApiController.OpenApiDocument;
import reactor.core.publisher.Mono;

/** Configures springdoc, and adds what the controllers do not show. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String ABOUT =
            "Posts as data, and the search for them. Nothing needs a token. Answers are JSON whatever Accept says, and"
                    + " have a strong ETag; errors are application/problem+json (RFC 9457). HEAD works wherever GET does.";

    @Bean
    OpenAPI openApi(Blog blog) {
        return new OpenAPI()
                .info(new Info()
                        .title(blog.title() + ": content API")
                        .version("1")
                        .description(ABOUT))
                .addServersItem(new Server().url(blog.base().toString()));
    }

    @Bean
    OpenApiCustomizer commonResponses() {
        return new CommonResponses();
    }

    /** Springdoc's own controller would answer at other addresses too, and without an entity tag. */
    @Bean
    OpenApiDocument openApiDocument(
            ObjectFactory<OpenAPIService> service,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        var springdoc =
                new OpenApiWebfluxResource(service, requests, responses, operations, settings, providers, customizers);
        return request -> {
            try {
                return springdoc.openapiJson(request, OpenApiController.ADDRESS, Locale.ROOT);
            } catch (JsonProcessingException failure) {
                return Mono.error(failure);
            }
        };
    }
}
