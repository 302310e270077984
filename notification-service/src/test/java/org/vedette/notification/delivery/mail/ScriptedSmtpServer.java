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

/** A mail server that answers each command as it is told to; {@link #HANG_UP} closes the connection instead. */
final class ScriptedSmtpServer implements AutoCloseable {

    static final String HANG_UP = "hang up";

    private final ServerSocket socket;
    private final Thread door;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ScriptedSmtpServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        door = new Thread(this::accept, "scripted-smtp");
        door.setDaemon(true);
        door.start();
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

    /** From now on this is the answer to a command, one of CONNECT, EHLO, MAIL, RCPT, DATA and END (of data). */
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    /** Closes the connections that are open, as servers do with idle ones. */
    void hangUp() {
        open.forEach(ScriptedSmtpServer::closeQuietly);
    }

    /** A connection that comes at this very moment may still be taken: when this returns, none is any more. */
    @Override
    public void close() {
        closeQuietly(socket);
        try {
            door.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        hangUp();
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
            if (!say(connection, "CONNECT", "220 scripted")) {
                return;
            }
            for (var line = in.readLine(); line != null && obey(connection, in, line); ) {
                line = in.readLine();
            }
        } catch (IOException gone) {
            // So is the client.
        }
    }

    private boolean obey(Socket connection, BufferedReader in, String line) throws IOException {
        var command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        return switch (command) {
            case "EHLO" -> say(connection, command, "250-scripted\r\n250 8BITMIME");
            case "DATA" -> data(connection, in);
            case "QUIT" -> {
                say(connection, command, "221 bye");
                yield false;
            }
            default -> say(connection, command, "250 2.0.0 ok");
        };
    }

    private boolean data(Socket connection, BufferedReader in) throws IOException {
        var answer = answers.getOrDefault("DATA", "354 go on");
        if (!say(connection, "DATA", answer) || !answer.startsWith("354")) {
            return !answer.equals(HANG_UP);
        }
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        var accepted = answers.getOrDefault("END", "250 2.0.0 queued as 42").startsWith("2");
        if (accepted) {
            mails.add(mail.toString());
        }
        return say(connection, "END", "250 2.0.0 queued as 42");
    }

    @CanIgnoreReturnValue
    private boolean say(Socket connection, String command, String otherwise) throws IOException {
        var answer = answers.getOrDefault(command, otherwise);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
        return true;
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyClosed) {
            // That is what was wanted.
        }
    }
}
