package org.vedette.feed.serving.web;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers requests with what is at an address. */
@Component
public final class Answers {

    private final PageCache cache;
    private final RenditionWriter writer;

    Answers(PageCache cache, RenditionWriter writer) {
        this.cache = cache;
        this.writer = writer;
    }

    /**
     * Sends the answer, making it first if it is not there.
     *
     * @param address the path and those parameters that make a difference, in one order
     */
    public Mono<Void> send(ServerWebExchange exchange, String address, Supplier<Mono<Rendition>> maker) {
        return cache.get(address, maker)
                .flatMap(answer -> writer.write(answer, exchange.getRequest(), exchange.getResponse()));
    }
}
