package org.vedette.standalone.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.standalone.settings.StartRefused;

/**
 * The mail page: a small web server for the person at this machine.
 *
 * <p>It listens on the loopback address and answers only requests that name it so: a page from elsewhere cannot read
 * the mail by giving its own name the loopback address.
 */
final class MailServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final HttpServer server;
    private final ExecutorService threads;
    private final MailRoutes routes;

    private MailServer(HttpServer server, MailRoutes routes) {
        this.server = server;
        this.routes = routes;
        this.threads = Executors.newFixedThreadPool(2, task -> new Thread(task, "mail-page"));
    }

    /** Starts; port 0 takes a free one. */
    static MailServer start(Mailbox mailbox, int port) {
        sendAtOnce();
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var pages = new MailServer(server, new MailRoutes(mailbox, new MailReader(), new MailViews()));
            pages.start();
            return pages;
        } catch (IOException e) {
            throw new StartRefused("The mail page cannot listen on port " + port + ": " + e.getMessage() + ".", e);
        }
    }

    /** Head and body of an answer are two packets; without this the second waits some 40 ms for news of the first. */
    private static void sendAtOnce() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private void start() {
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where the mail page is. */
    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            reply(exchange).sendTo(exchange);
        }
    }

    private Reply reply(HttpExchange exchange) {
        if (!OWN_NAMES.contains(hostName(exchange))) {
            return Reply.line(421, "The mail page answers at " + url() + " only.");
        }
        if (!METHODS.contains(exchange.getRequestMethod())) {
            return Reply.line(405, "The mail page can only be read.").with("Allow", "GET, HEAD");
        }
        try {
            return routes.reply(exchange.getRequestURI().getPath());
        } catch (IOException | RuntimeException e) {
            log.error("The mail page could not answer {}", exchange.getRequestURI(), e);
            return Reply.line(500, "The mail page could not answer; the log says why.");
        }
    }

    private static String hostName(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .map(host -> host.replaceFirst(":\\d+$", ""))
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
