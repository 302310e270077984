package org.vedette.starter.management;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemWriter;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Lets only this machine change something through the endpoints of the actuator: probes and Prometheus come from elsewhere and
 * read, and whoever may rebuild a read model can open a shell in the container, or a tunnel to it.
 */
final class LocalWritesFilter implements WebFilter, Ordered {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final List<PathPattern> endpoints;
    private final Predicate<ServerHttpRequest> local;
    private final ProblemWriter problems;

    /**
     * @param basePath path of all endpoints
     * @param local tells whether a request comes from this machine
     */
    LocalWritesFilter(String basePath, Predicate<ServerHttpRequest> local, ProblemWriter problems) {
        this.endpoints = Stream.of(basePath, basePath + "/**")
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        this.local = local;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return isWrite(request) && !local.test(request)
                ? problems.write(
                        exchange,
                        Problem.of(
                                StandardProblem.FORBIDDEN,
                                "Only the loopback address of the service's own machine, container or pod may change something here."))
                : chain.filter(exchange);
    }

    private boolean isWrite(ServerHttpRequest request) {
        // As handlers match it: encoded letters and parameters of segments make no other path.
        var path = request.getPath().pathWithinApplication();
        return !READING.contains(request.getMethod()) && endpoints.stream().anyMatch(each -> each.matches(path));
    }

    /** By the connection, whatever a header says about who is behind it. */
    static boolean comesFromThisMachine(ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return connection.channel().remoteAddress() instanceof InetSocketAddress peer
                && peer.getAddress().isLoopbackAddress();
    }
}
