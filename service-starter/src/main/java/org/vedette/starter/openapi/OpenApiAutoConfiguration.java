package org.vedette.starter.openapi;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
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
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the OpenAPI description of a service that has a title for it, made by springdoc from its controllers. */
@AutoConfiguration
@ConditionalOnClass(OpenApiWebfluxResource.class)
@ConditionalOnProperty("vedette.openapi.title")
@EnableConfigurationProperties(OpenApiProperties.class)
class OpenApiAutoConfiguration {

    @Bean
    OpenAPI openApi(OpenApiProperties properties) {
        return new OpenAPI()
                .info(new Info().title(properties.title()).version("1").description(properties.description()));
    }

    @Bean
    OpenApiCustomizer operationCompleter(OpenApiProperties properties) {
        return new OperationCompleter(properties.operations());
    }

    /** Springdoc's own controller would answer at other addresses. */
    @Bean
    RouterFunction<ServerResponse> openApiRoute(
            ObjectFactory<OpenAPIService> service,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        var springdoc =
                new OpenApiWebfluxResource(service, requests, responses, operations, settings, providers, customizers);
        return route(
                RequestPredicates.GET(ApiDescription.ADDRESS),
                request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(document(springdoc, request.exchange().getRequest()), byte[].class));
    }

    private static Mono<byte[]> document(OpenApiWebfluxResource springdoc, ServerHttpRequest request) {
        try {
            return springdoc.openapiJson(request, ApiDescription.ADDRESS, Locale.ROOT);
        } catch (JsonProcessingException failure) {
            return Mono.error(failure);
        }
    }
}
