package org.vedette.notification.webhooks.web.client;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A receiver on the loopback interface that answers as a test says, and keeps what it got. */
public final class ScriptedReceiver implements AutoCloseable {

    private final ServerSocket server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Script script = answering(200, "", "ok");

    /** A request. */
    public record Received(String line, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What is done with a request; may throw to break the connection. */
    @FunctionalInterface
    public interface Script {
        void answer(Received request, OutputStream out) throws Exception;
    }

    public ScriptedReceiver() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    /** Answers with a status; headers end with a line break each. */
    public static Script answering(int status, String headers, String body) {
        return (request, out) -> out.write(("HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Never answers. */
    public Script hanging() {
        return (request, out) -> closed.await(60, TimeUnit.SECONDS);
    }

    /** Breaks the connection without an answer. */
    public static Script breaking() {
        return (request, out) -> {
            throw new IOException("as the script says");
        };
    }

    public void does(Script next) {
        script = next;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hook?token=secret";
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                thread(() -> serve(socket));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var request = request(line, in);
                received.add(request);
                script.answer(request, out);
                out.flush();
            }
        } catch (Exception broken) {
            // The script or the other side ended the connection.
        }
    }

    private static Received request(String line, InputStream in) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var field = line(in); !field.isEmpty(); field = line(in)) {
            var colon = field.indexOf(':');
            headers.put(
                    field.substring(0, colon).toLowerCase(Locale.ROOT),
                    field.substring(colon + 1).strip());
        }
        return new Received(line, headers, body(headers, in));
    }

    private static String body(Map<String, String> headers, InputStream in) throws IOException {
        if (headers.containsKey("content-length")) {
            return new String(in.readNBytes(Integer.parseInt(headers.get("content-length"))), StandardCharsets.UTF_8);
        }
        var body = new StringBuilder();
        for (var size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line(in);
        }
        line(in);
        return body.toString();
    }

    @CanIgnoreReturnValue
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void thread(Runnable work) {
        var thread = new Thread(work, "scripted-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
