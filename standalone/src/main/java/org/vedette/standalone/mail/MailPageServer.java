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
import org.vedette.standalone.settings.StartRefusedException;

/**
 * The web server of the mail page, for the person at this machine.
 *
 * <p>It listens on the loopback address and refuses requests whose Host is another name, as a defence against DNS
 * rebinding: a web page from elsewhere could otherwise read the mail.
 */
final class MailPageServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailPageServer.class);
    private static final Set<String> ALLOWED_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final HttpServer server;
    private final ExecutorService threads;
    private final MailRoutes routes;

    private MailPageServer(HttpServer server, MailRoutes routes) {
        this.server = server;
        this.routes = routes;
        this.threads = Executors.newFixedThreadPool(2, task -> new Thread(task, "mail-page"));
    }

    /** Starts; port 0 takes a free one. */
    static MailPageServer start(Mailbox mailbox, int port) {
        disableNagle();
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var pages = new MailPageServer(server, new MailRoutes(mailbox, new MailParser(), new MailPageRenderer()));
            pages.start();
            return pages;
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The mail page cannot listen on port " + port + ": " + e.getMessage() + ".", e);
        }
    }

    /** Head and body of a response are two packets; with Nagle's algorithm the second waits some 40 ms for an ACK. */
    private static void disableNagle() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private void start() {
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of the mail page. */
    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            response(exchange).sendTo(exchange);
        }
    }

    private PageResponse response(HttpExchange exchange) {
        if (!ALLOWED_HOSTS.contains(hostName(exchange))) {
            return PageResponse.line(421, "The mail page answers at " + url() + " only.");
        }
        if (!METHODS.contains(exchange.getRequestMethod())) {
            return PageResponse.line(405, "The mail page can only be read.").withHeader("Allow", "GET, HEAD");
        }
        try {
            return routes.response(exchange.getRequestURI().getPath());
        } catch (IOException | RuntimeException e) {
            log.error("The mail page could not answer {}; it answers 500", exchange.getRequestURI(), e);
            return PageResponse.line(500, "The mail page could not answer; the log says why.");
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
