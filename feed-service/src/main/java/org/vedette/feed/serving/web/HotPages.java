package org.vedette.feed.serving.web;

import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;

/** Answers what is in the cache before anything else of the framework is asked. */
@Component
class HotPages implements WebHttpHandlerBuilderCustomizer {

    private final PageCache cache;
    private final RenditionWriter writer;
    private final HotPageMeters meters;

    HotPages(PageCache cache, RenditionWriter writer, HotPageMeters meters) {
        this.cache = cache;
        this.writer = writer;
        this.meters = meters;
    }

    @Override
    public void customize(WebHttpHandlerBuilder builder) {
        var unused = builder.httpHandlerDecorator(this::hotOr);
    }

    HttpHandler hotOr(HttpHandler next) {
        return (request, response) -> {
            var answer = isRead(request) ? cache.hot(address(request)) : null;
            return answer == null ? next.handle(request, response) : send(answer, request, response);
        };
    }

    private Mono<Void> send(Rendition answer, ServerHttpRequest request, ServerHttpResponse response) {
        var sending = writer.write(answer, request, response);
        meters.answered(response.getStatusCode());
        return sending;
    }

    private static boolean isRead(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
    }

    private static String address(ServerHttpRequest request) {
        var uri = request.getURI();
        var query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }
}
