package org.vedette.notification.bounces.mail.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.vedette.notification.BounceProperties;
import org.vedette.notification.bounces.Door;
import org.vedette.notification.bounces.Outcome;
import org.vedette.notification.bounces.ReportService;
import org.vedette.notification.bounces.mail.smtp.SmtpDialogue.Step;
import org.vedette.notification.bounces.mail.smtp.SmtpDialogue.Step.Say;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.NettyInbound;
import reactor.netty.NettyOutbound;
import reactor.netty.tcp.TcpServer;

/**
 * Listens for reports by SMTP. A client reads 250 when everything that follows from its report is stored, and 451 when the
 * store failed, so that it sends the report again.
 */
@MayBlock("the thread that starts and stops the service")
final class ReportServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReportServer.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_CONNECTION = Duration.ofMinutes(10);

    private final ReportService reports;
    private final BounceProperties.Smtp settings;
    private final Supplier<SmtpDialogue> dialogues;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable DisposableServer server;

    /**
     * A server that does not listen yet.
     *
     * @param dialogues makes the dialogue of each connection
     */
    ReportServer(ReportService reports, BounceProperties.Smtp settings, Supplier<SmtpDialogue> dialogues) {
        this.reports = reports;
        this.settings = settings;
        this.dialogues = dialogues;
    }

    @Override
    public void start() {
        var started = TcpServer.create()
                .host(settings.address())
                .port(settings.port())
                .handle(this::converse)
                .bind()
                .block(START_TIMEOUT);
        server = started;
        log.info("Reports about mails are taken by SMTP at port {}", port());
    }

    @Override
    public void stop() {
        var running = server;
        server = null;
        if (running != null) {
            running.disposeNow(STOP_TIMEOUT);
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Where it listens; -1 while it does not. */
    int port() {
        var running = server;
        return running == null ? -1 : running.port();
    }

    private Publisher<Void> converse(NettyInbound in, NettyOutbound out) {
        if (connections.incrementAndGet() > settings.connections()) {
            return send(out, Flux.just(new Say("421 4.3.2 too many connections", true)));
        }
        var dialogue = dialogues.get();
        var replies = in.receive()
                .asByteArray()
                .timeout(settings.idleTimeout())
                .concatMap(bytes -> Flux.fromIterable(dialogue.accept(bytes)), 1)
                .startWith(dialogue.greeting())
                .concatMap(this::reply, 1)
                .takeUntil(Say::last)
                .take(LONGEST_CONNECTION)
                .onErrorResume(
                        TimeoutException.class, silent -> Mono.just(new Say("421 4.4.2 silent for too long", true)));
        return send(out, replies);
    }

    private Mono<Void> send(NettyOutbound out, Flux<Say> replies) {
        return out.send(replies.map(ReportServer::line), line -> true)
                .then()
                .doFinally(end -> connections.decrementAndGet());
    }

    private Mono<Say> reply(Step step) {
        if (step instanceof Say respond) {
            return Mono.just(respond);
        }
        var taken = (Step.Take) step;
        return reports.accept(Door.SMTP, taken.message(), taken.recipients())
                .map(ReportServer::reply)
                .onErrorResume(failure -> Mono.just(later(failure)));
    }

    private static Say reply(Outcome outcome) {
        return switch (outcome) {
            case UNREADABLE -> new Say("554 5.6.0 the message cannot be read", false);
            case EARLY -> new Say("451 4.3.0 too early, send it again in a moment", false);
            default -> new Say("250 2.0.0 ok, " + outcome.label(), false);
        };
    }

    private static Say later(Throwable failure) {
        log.warn("A report could not be applied; the mail server is asked to send it again", failure);
        return new Say("451 4.3.0 not stored, send it again later", false);
    }

    private static ByteBuf line(Say respond) {
        return Unpooled.copiedBuffer(respond.reply() + "\r\n", StandardCharsets.US_ASCII);
    }
}
