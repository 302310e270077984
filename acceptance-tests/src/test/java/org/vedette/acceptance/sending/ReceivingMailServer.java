package org.vedette.acceptance.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes every mail, a while for each, and remembers which ones, by recipient and Message-ID. */
final class ReceivingMailServer implements AutoCloseable {

    private static final String MESSAGE_ID = "message-id:";

    private final ServerSocket socket;
    private final ExecutorService connections = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "receiving-smtp");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Mail, AtomicInteger> received = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    private volatile Duration time = Duration.ZERO;

    /** A mail to one subscriber about one post; a second one with the same is a double. */
    record Mail(String recipient, String messageId) {}

    ReceivingMailServer() {
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Sets how long the reply to a mail takes. */
    void take(Duration time) {
        this.time = time;
    }

    /** The number of mails that were taken, doubles included. */
    int total() {
        return total.get();
    }

    /** The number of different mails. */
    int distinct() {
        return received.size();
    }

    /** The number of mails that were taken more than once, counted for each time but the first. */
    int doubles() {
        return received.values().stream().mapToInt(times -> times.get() - 1).sum();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            client.setTcpNoDelay(true);
            reply(client, "220 ready");
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (command.startsWith("DATA")) {
                    reply(client, "354 go on");
                    take(new Mail(recipient, messageId(in)));
                }
                reply(client, command.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        } catch (IOException gone) {
            // The client was killed. What it had not finished was not taken.
        }
    }

    /** Reads to the dot. */
    private static String messageId(BufferedReader in) throws IOException {
        var found = "";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the client is gone before the end of the mail");
            }
            if (found.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID)) {
                found = line.substring(MESSAGE_ID.length()).strip();
            }
        }
        return found;
    }

    /** The mail is taken before the reply, which is the worst moment for a client to end. */
    private void take(Mail mail) throws IOException {
        received.computeIfAbsent(mail, first -> new AtomicInteger()).incrementAndGet();
        total.incrementAndGet();
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new IOException(closed);
        }
    }

    private static void reply(Socket client, String reply) throws IOException {
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }
}
