package org.vedette.notification.webhooks.web.client;

import io.netty.buffer.Unpooled;
import io.netty.handler.timeout.TimeoutException;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.receivers.AddressRules;
import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import org.vedette.notification.webhooks.transport.AttemptOutcome;
import org.vedette.notification.webhooks.transport.ReceiverAnswer;
import org.vedette.notification.webhooks.transport.ReceiverClient;
import org.vedette.starter.failures.Failures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Sends messages by HTTP/1.1. Redirects are not followed, no proxy of the environment is used, and of an answer only the beginning
 * is read, for a second.
 */
public final class HttpReceiverClient implements ReceiverClient {

    private static final int SHOWN_BYTES = 1_024;
    private static final Duration BODY_TIME = Duration.ofSeconds(1);
    private static final Duration IDLE_TIME = Duration.ofSeconds(4);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SUCCESS = 2;
    private static final int HUNDREDS = 100;

    private final HttpClient client;
    private final AddressResolverGroup<InetSocketAddress> resolvers;
    private final LoopResources loops;
    private final AddressRules rules;
    private final Duration timeout;
    private final Clock clock;

    /**
     * A client with connections of its own.
     *
     * @param loops runs it; whoever made them disposes them
     * @param timeout of a whole attempt
     */
    public HttpReceiverClient(
            AddressResolverGroup<InetSocketAddress> resolvers,
            LoopResources loops,
            ConnectionProvider connections,
            AddressRules rules,
            Duration timeout,
            Clock clock) {
        var guard = new ConnectGuard(rules);
        this.resolvers = resolvers;
        this.loops = loops;
        this.rules = rules;
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.create(connections)
                .runOn(loops, false)
                .resolver(resolvers)
                .option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        Math.min(CONNECT_MILLIS, timeout.toMillis()))
                .doOnChannelInit(
                        (observer, channel, remote) -> channel.pipeline().addFirst("connectGuard", guard))
                .headers(headers -> headers.set("user-agent", "Vedette-Webhooks/1"))
                .disableRetry(true)
                .followRedirect(false);
    }

    /** Connections that are kept for a moment, shorter than most servers keep them. */
    public static ConnectionProvider connections(int most) {
        return ConnectionProvider.builder("webhooks")
                .maxConnections(most)
                .maxIdleTime(IDLE_TIME)
                .evictInBackground(IDLE_TIME)
                .build();
    }

    @Override
    public Mono<ReceiverAnswer> send(ReceiverAddress address, Map<String, String> headers, byte[] body) {
        return Mono.defer(() -> {
            var began = System.nanoTime();
            return client.headers(fields -> headers.forEach(fields::set))
                    .post()
                    .uri(address.uri())
                    .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                    .response(
                            (response, content) -> beginning(content).map(text -> answer(response, text, since(began))))
                    .next()
                    .timeout(timeout)
                    .onErrorResume(failure -> Mono.just(withoutAnswer(failure, since(began))));
        });
    }

    /** What comes of a body within its time; whatever follows is cut off with the connection. */
    private static Mono<String> beginning(ByteBufFlux content) {
        return content.asByteArray()
                .scanWith(() -> "", HttpReceiverClient::with)
                .takeUntil(text -> text.length() >= SHOWN_BYTES)
                .takeUntilOther(Mono.delay(BODY_TIME))
                .onErrorResume(broken -> Flux.empty())
                .last("")
                .map(text -> new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                        .replace('\u0000', ' '));
    }

    /** Each character stands for a byte, because a character of UTF-8 may be cut by the network. */
    private static String with(String beginning, byte[] more) {
        var length = Math.min(more.length, SHOWN_BYTES - beginning.length());
        return beginning + new String(more, 0, length, StandardCharsets.ISO_8859_1);
    }

    private ReceiverAnswer answer(HttpClientResponse response, String text, Duration duration) {
        var status = response.status().code();
        var outcome = outcome(status);
        var retryAfter = outcome == AttemptOutcome.BUSY
                ? RetryAfter.of(response.responseHeaders().get("retry-after"), text, clock)
                : null;
        return new ReceiverAnswer(outcome, status, text, retryAfter, duration);
    }

    private static AttemptOutcome outcome(int status) {
        if (status / HUNDREDS == SUCCESS) {
            return AttemptOutcome.DELIVERED;
        }
        return switch (status) {
            case 410 -> AttemptOutcome.GONE;
            case 429, 503 -> AttemptOutcome.BUSY;
            default -> AttemptOutcome.REFUSED;
        };
    }

    private static ReceiverAnswer withoutAnswer(Throwable failure, Duration duration) {
        return new ReceiverAnswer(outcome(failure), null, reason(failure), null, duration);
    }

    private static AttemptOutcome outcome(Throwable failure) {
        if (Failures.causes(failure).anyMatch(RefusedAddressException.class::isInstance)) {
            return AttemptOutcome.BLOCKED;
        }
        var timedOut = Failures.causes(failure)
                .anyMatch(cause -> cause instanceof java.util.concurrent.TimeoutException
                        || cause instanceof TimeoutException
                        || cause instanceof io.netty.channel.ConnectTimeoutException);
        return timedOut ? AttemptOutcome.TIMED_OUT : AttemptOutcome.BROKEN;
    }

    private static String reason(Throwable failure) {
        return switch (outcome(failure)) {
            case BLOCKED ->
                Failures.causes(failure)
                        .filter(RefusedAddressException.class::isInstance)
                        .map(cause -> String.valueOf(cause.getMessage()))
                        .findFirst()
                        .orElse("");
            case TIMED_OUT -> "no answer in time";
            default -> broken(failure);
        };
    }

    private static String broken(Throwable failure) {
        if (Failures.causes(failure).anyMatch(UnknownHostException.class::isInstance)) {
            return "the host is not known";
        }
        if (Failures.causes(failure).anyMatch(javax.net.ssl.SSLException.class::isInstance)) {
            return "no secure connection: " + firstLine(failure);
        }
        return "the connection failed: " + firstLine(failure);
    }

    private static String firstLine(Throwable failure) {
        var text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public Mono<Optional<String>> refusal(ReceiverAddress address) {
        return lookUp(address)
                .timeout(timeout)
                .map(found -> found.stream()
                        .flatMap(each -> rules.refusal(each.getAddress()).stream())
                        .findFirst()
                        .map(HttpReceiverClient::leads))
                .onErrorResume(failure -> Mono.just(Optional.of(notFound(failure))));
    }

    private static String leads(String refused) {
        return "leads to an address that may not be sent to: " + refused;
    }

    private static String notFound(Throwable failure) {
        var noServer = Failures.causes(failure).anyMatch(DnsErrorCauseException.class::isInstance);
        return noServer ? "has a host that the name server does not know" : "has a host that cannot be looked up";
    }

    private Mono<List<InetSocketAddress>> lookUp(ReceiverAddress address) {
        var literal = NetUtil.createInetAddressFromIpAddressString(address.host());
        if (literal != null) {
            return Mono.just(List.of(new InetSocketAddress(literal, address.port())));
        }
        return Mono.create(sink -> {
            var loop = loops.onClient(false).next();
            var target = InetSocketAddress.createUnresolved(address.host(), address.port());
            var lookUp = resolvers.getResolver(loop).resolveAll(target);
            lookUp.addListener((Future<List<InetSocketAddress>> done) -> {
                if (done.isSuccess()) {
                    sink.success(done.getNow());
                } else {
                    sink.error(failure(done.cause()));
                }
            });
        });
    }

    private static Throwable failure(@Nullable Throwable cause) {
        return cause == null ? new UnknownHostException() : cause;
    }
}
