package org.vedette.notification.delivery.mail.transport;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A mail server with a scripted reply to each command; {@link #DISCONNECT} closes the connection instead. */
public final class ScriptedSmtpServer implements AutoCloseable {

    public static final String DISCONNECT = "disconnect";

    private final ServerSocket socket;
    private final Thread acceptor;
    private final Map<String, Supplier<String>> replies = new ConcurrentHashMap<>();
    private final Map<String, Supplier<String>> recipients = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public ScriptedSmtpServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        acceptor = new Thread(this::accept, "scripted-smtp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    public List<String> mails() {
        return mails;
    }

    /** Sets the reply to a command, one of CONNECT, EHLO, MAIL, RCPT, DATA, END (of data) and RSET. */
    public void answer(String command, String reply) {
        answer(command, () -> reply);
    }

    public void answer(String command, Supplier<String> reply) {
        replies.put(command, reply);
    }

    /** Sets the reply to RCPT of a recipient. */
    public void answerTo(String recipient, Supplier<String> reply) {
        recipients.put(recipient, reply);
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
            case "EHLO" -> respond(connection, command, "250-scripted\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME");
            case "RCPT" -> write(connection, rcpt(line));
            case "DATA" -> data(connection, in);
            case "QUIT" -> {
                respond(connection, command, "221 bye");
                yield false;
            }
            default -> respond(connection, command, "250 2.0.0 ok");
        };
    }

    private String rcpt(String line) {
        received.add("RCPT");
        return recipients.entrySet().stream()
                .filter(recipient -> line.contains(recipient.getKey()))
                .findFirst()
                .map(recipient -> recipient.getValue().get())
                .orElseGet(() -> reply("RCPT", "250 2.1.5 ok"));
    }

    private boolean data(Socket connection, BufferedReader in) throws IOException {
        var answer = reply("DATA", "354 go on");
        if (!write(connection, answer) || !answer.startsWith("354")) {
            return !answer.equals(DISCONNECT);
        }
        var mail = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        var end = reply("END", "250 2.0.0 queued as 42");
        if (end.startsWith("2")) {
            mails.add(mail.toString());
        }
        return write(connection, end);
    }

    @CanIgnoreReturnValue
    private boolean respond(Socket connection, String command, String otherwise) throws IOException {
        return write(connection, reply(command, otherwise));
    }

    @CanIgnoreReturnValue
    private static boolean write(Socket connection, String answer) throws IOException {
        if (answer.equals(DISCONNECT)) {
            return false;
        }
        connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
        return true;
    }

    /** Whether a command has come, one of those of {@link #answer(String, String)}. */
    public boolean received(String command) {
        return received.contains(command);
    }

    private String reply(String command, String otherwise) {
        received.add(command);
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
