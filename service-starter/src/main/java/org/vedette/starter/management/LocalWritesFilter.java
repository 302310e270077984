package org.vedette.starter.management;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
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

    private final String basePath;
    private final Predicate<ServerHttpRequest> local;
    private final ProblemWriter problems;

    /**
     * @param basePath path of all endpoints
     * @param local tells whether a request comes from this machine
     */
    LocalWritesFilter(String basePath, Predicate<ServerHttpRequest> local, ProblemWriter problems) {
        this.basePath = basePath;
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
        var path = request.getPath().pathWithinApplication().value();
        return !READING.contains(request.getMethod()) && (path.equals(basePath) || path.startsWith(basePath + "/"));
    }

    /** By the connection, whatever a header says about who is behind it. */
    static boolean comesFromThisMachine(ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return connection.channel().remoteAddress() instanceof InetSocketAddress peer
                && peer.getAddress().isLoopbackAddress();
    }
}
