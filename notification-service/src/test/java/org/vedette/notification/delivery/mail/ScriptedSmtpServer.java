package org.vedette.notification.delivery.mail;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A mail server with a scripted reply to each command; {@link #DISCONNECT} closes the connection instead. */
final class ScriptedSmtpServer implements AutoCloseable {

    static final String DISCONNECT = "disconnect";

    private final ServerSocket socket;
    private final Thread acceptor;
    private final Map<String, Supplier<String>> replies = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ScriptedSmtpServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        acceptor = new Thread(this::accept, "scripted-smtp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> mails() {
        return mails;
    }

    /** Sets the reply to a command, one of CONNECT, EHLO, MAIL, RCPT, DATA, END (of data) and RSET. */
    void answer(String command, String reply) {
        answer(command, () -> reply);
    }

    void answer(String command, Supplier<String> reply) {
        replies.put(command, reply);
    }

    /** The number of connections that no side has closed. */
    int openConnections() {
        return (int) open.stream().filter(connection -> !connection.isClosed()).count();
    }

    /** Closes the connections that are open, as servers do with idle ones. */
    void closeConnections() {
        open.forEach(ScriptedSmtpServer::closeQuietly);
    }

    /** A connection that comes at this very moment may still be taken: when this returns, none is any more. */
    @Override
    public void close() {
        closeQuietly(socket);
        try {
            acceptor.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        closeConnections();
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                open.add(connection);
                connections.incrementAndGet();
                var thread = new Thread(() -> serve(connection), "scripted-smtp-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            if (!respond(connection, "CONNECT", "220 scripted")) {
                return;
            }
            for (var line = in.readLine(); line != null && obey(connection, in, line); ) {
                line = in.readLine();
            }
        } catch (IOException disconnected) {
            // The client closed the connection.
        }
    }

    private boolean obey(Socket connection, BufferedReader in, String line) throws IOException {
        var command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        return switch (command) {
            case "EHLO" -> respond(connection, command, "250-scripted\r\n250 8BITMIME");
            case "DATA" -> data(connection, in);
            case "QUIT" -> {
                respond(connection, command, "221 bye");
                yield false;
            }
            default -> respond(connection, command, "250 2.0.0 ok");
        };
    }

    private boolean data(Socket connection, BufferedReader in) throws IOException {
        var answer = reply("DATA", "354 go on");
        if (!respond(connection, "DATA", answer) || !answer.startsWith("354")) {
            return !answer.equals(DISCONNECT);
        }
        var mail = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        var accepted = reply("END", "250 2.0.0 queued as 42").startsWith("2");
        if (accepted) {
            mails.add(mail.toString());
        }
        return respond(connection, "END", "250 2.0.0 queued as 42");
    }

    @CanIgnoreReturnValue
    private boolean respond(Socket connection, String command, String otherwise) throws IOException {
        var answer = reply(command, otherwise);
        if (answer.equals(DISCONNECT)) {
            return false;
        }
        connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
        return true;
    }

    private String reply(String command, String otherwise) {
        return replies.getOrDefault(command, () -> otherwise).get();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyClosed) {
            // That is what was wanted.
        }
    }
}
