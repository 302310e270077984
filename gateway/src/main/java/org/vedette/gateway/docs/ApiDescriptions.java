package org.vedette.gateway.docs;

import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.resilience.ResilienceProperties;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fetches the descriptions of the services, reads that of the gateway, and names the public address as their server. */
@Component
class ApiDescriptions {

    private static final Logger log = LoggerFactory.getLogger(ApiDescriptions.class);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);
    private static final Duration MAX_TIME_TO_LIVE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final ConcurrentMap<DescribedApi, Mono<byte[]>> documents = new ConcurrentHashMap<>();
    private final Map<String, URI> services;
    private final URI baseUrl;
    private final JsonMapper json;
    private final HttpClient client;
    private final byte[] own = read(DescribedApi.GATEWAY.address());

    ApiDescriptions(ResilienceProperties resilience, GatewayProperties gateway, JsonMapper json) {
        this.services = resilience.services();
        this.baseUrl = gateway.baseUrl();
        this.json = json;
        this.client = HttpClient.newConnection()
                .resolver(resolver -> resolver.cacheMaxTimeToLive(MAX_TIME_TO_LIVE))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TIMEOUT.toMillis());
    }

    /** The description of an API as OpenAPI in UTF-8, at most a minute old; one request to its service for all who wait. */
    Mono<byte[]> of(DescribedApi api) {
        return documents.computeIfAbsent(
                api,
                absent -> Mono.defer(() -> fetch(api))
                        .cache(document -> TIME_TO_LIVE, failure -> Duration.ZERO, () -> Duration.ZERO));
    }

    private Mono<byte[]> fetch(DescribedApi api) {
        return api.isOwn() ? Mono.just(withPublicServer(own)) : fetchFromService(api);
    }

    private Mono<byte[]> fetchFromService(DescribedApi api) {
        var service = Objects.requireNonNull(services.get(api.service()), "the address of " + api.service());
        return client.get()
                .uri(service.resolve(api.address()).toString())
                .responseSingle((response, body) -> response.status().code() == OK
                        ? body.asByteArray()
                        : Mono.error(new IllegalStateException("Status " + response.status())))
                .timeout(TIMEOUT)
                .map(this::withPublicServer)
                .onErrorMap(failure -> unavailable(api, failure));
    }

    private static byte[] read(String resource) {
        try (var content = Objects.requireNonNull(ApiDescriptions.class.getResourceAsStream(resource), resource)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] withPublicServer(byte[] document) {
        var description = (ObjectNode) json.readTree(document);
        description.putArray("servers").addObject().put("url", baseUrl.toString());
        return json.writeValueAsBytes(description);
    }

    private static ProblemException unavailable(DescribedApi api, Throwable failure) {
        log.debug("No description from {}", api.service(), failure);
        return new ProblemException(Problem.of(
                StandardProblem.UPSTREAM_UNAVAILABLE,
                "The description of this API cannot be fetched right now. Try again in a few seconds."));
    }
}
