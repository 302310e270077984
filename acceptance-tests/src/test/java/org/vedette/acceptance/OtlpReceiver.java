package org.vedette.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/** A collector of traces: OTLP over HTTP in protobuf. It keeps the spans of the traces that a test names. */
final class OtlpReceiver {

    private final HttpServer server;
    private final List<String> wanted = new CopyOnWriteArrayList<>();
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /**
     * A span.
     *
     * @param millis how long it took
     */
    record Span(
            String service,
            String trace,
            String id,
            String parent,
            String name,
            long start,
            long millis,
            Map<String, String> tags) {}

    OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps the spans of a trace from now on. */
    void keep(String trace) {
        wanted.add(trace);
    }

    List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange;
                var body = exchange.getRequestBody()) {
            var in = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                    ? new GZIPInputStream(body)
                    : body;
            fields(ByteBuffer.wrap(in.readAllBytes()), (number, value) -> resource((ByteBuffer) value));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** ResourceSpans: 1 resource, 2 scope_spans; in that order. */
    private void resource(ByteBuffer message) {
        var attributes = new TreeMap<String, String>();
        fields(message, (number, value) -> {
            if (number == 1) {
                fields((ByteBuffer) value, (field, attribute) -> attribute(field, 1, attribute, attributes));
            } else if (number == 2) {
                fields((ByteBuffer) value, (field, span) -> {
                    if (field == 2) {
                        span(attributes.getOrDefault("service.name", "?"), (ByteBuffer) span);
                    }
                });
            }
        });
    }

    private void span(String service, ByteBuffer message) {
        var values = new TreeMap<Integer, Object>();
        var tags = new TreeMap<String, String>();
        fields(message, (number, value) -> {
            attribute(number, 9, value, tags);
            values.putIfAbsent(number, value);
        });
        var trace = hex(values.get(1));
        if (wanted.contains(trace)) {
            var start = (Long) values.get(7);
            var millis = ((Long) values.get(8) - start) / 1_000_000;
            spans.add(new Span(
                    service, trace, hex(values.get(2)), hex(values.get(4)), text(values.get(5)), start, millis, tags));
        }
    }

    /** KeyValue: 1 key, 2 value with 1 string, 3 integer. */
    private static void attribute(int number, int wanted, Object message, Map<String, String> into) {
        if (number == wanted) {
            var pair = new TreeMap<Integer, Object>();
            fields((ByteBuffer) message, pair::put);
            fields(
                    (ByteBuffer) pair.get(2),
                    (kind, value) -> into.put(text(pair.get(1)), kind == 1 ? text(value) : String.valueOf(value)));
        }
    }

    private static void fields(ByteBuffer message, BiConsumer<Integer, Object> field) {
        var in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            var tag = varint(in);
            var value = switch ((int) (tag & 7)) {
                case 0 -> varint(in);
                case 1 -> in.getLong();
                case 2 -> slice(in, (int) varint(in));
                case 5 -> (long) in.getInt();
                default -> throw new IllegalStateException("no protobuf: " + tag);
            };
            field.accept((int) (tag >>> 3), value);
        }
    }

    private static ByteBuffer slice(ByteBuffer in, int length) {
        var slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static String hex(Object bytes) {
        return bytes instanceof ByteBuffer buffer ? HexFormat.of().formatHex(array(buffer)) : "";
    }

    private static String text(Object bytes) {
        return new String(array((ByteBuffer) bytes), StandardCharsets.UTF_8);
    }

    private static byte[] array(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
