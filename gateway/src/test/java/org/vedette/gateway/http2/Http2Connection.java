package org.vedette.gateway.http2;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A client that sends exactly these frames, whatever RFC 9113 says about them. */
public final class Http2Connection implements AutoCloseable {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** No frame, but the end of the connection. */
    private static final int CLOSED = -1;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;

    private final Socket socket;
    private final DataOutputStream output;
    private final DataInputStream input;
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);

    public Http2Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.output = new DataOutputStream(socket.getOutputStream());
        this.input = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(10_000);
        output.write(PREFACE);
        send(SETTINGS, 0, 0, new byte[0]);
    }

    /** Sends the headers of a request, in this order and without a check. */
    public void headers(int stream, boolean end, List<Map.Entry<String, String>> fields) throws IOException {
        send(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, literals(fields));
    }

    public void data(int stream, boolean end, String content) throws IOException {
        send(DATA, end ? END_STREAM : 0, stream, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the server send more on a stream. */
    public void window(int stream, int bytes) throws IOException {
        for (var of : List.of(0, stream)) {
            send(WINDOW_UPDATE, 0, of, ByteBuffer.allocate(4).putInt(bytes).array());
        }
    }

    /** How the request of a stream is answered: a status, or "reset" or "goaway". */
    public String outcome(int stream) throws IOException, Http2Exception {
        while (true) {
            var frame = read();
            if (frame.type == HEADERS) {
                Http2Headers headers = decoder.decodeHeaders(frame.stream, Unpooled.wrappedBuffer(frame.payload));
                if (frame.stream == stream) {
                    return String.valueOf(headers.status());
                }
            } else if (frame.ends(stream)) {
                return frame.end();
            }
        }
    }

    /** Reads the body of a response: returns its length when it is complete, else "reset", "goaway" or "closed". */
    public String body(int stream) throws IOException {
        var length = 0;
        while (true) {
            var frame = read();
            if (frame.type == DATA && frame.stream == stream) {
                length += frame.payload.length;
                if ((frame.flags & END_STREAM) != 0) {
                    return String.valueOf(length);
                }
            } else if (frame.ends(stream)) {
                return frame.end();
            }
        }
    }

    private Http2Frame read() throws IOException {
        int length;
        try {
            length = input.readUnsignedShort() << 8 | input.readUnsignedByte();
        } catch (EOFException e) {
            return new Http2Frame(CLOSED, 0, 0, new byte[0]);
        }
        var frame = new Http2Frame(
                input.readUnsignedByte(), input.readUnsignedByte(), input.readInt(), input.readNBytes(length));
        if (frame.type == SETTINGS && frame.flags != ACK) {
            send(SETTINGS, ACK, 0, new byte[0]);
        }
        return frame;
    }

    @SuppressWarnings("ArrayRecordComponent") // Is compared with nothing.
    private record Http2Frame(int type, int flags, int stream, byte[] payload) {

        boolean ends(int of) {
            return type == GOAWAY || type == CLOSED || (type == RST_STREAM && stream == of);
        }

        String end() {
            return type == GOAWAY ? "goaway" : type == CLOSED ? "closed" : "reset";
        }
    }

    /** HPACK literals without indexing and without Huffman coding (RFC 7541 §6.2.2). */
    private static byte[] literals(List<Map.Entry<String, String>> fields) throws IOException {
        var block = new ByteArrayOutputStream();
        for (var field : fields) {
            block.write(0);
            literal(block, field.getKey());
            literal(block, field.getValue());
        }
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length >= 127) {
            throw new IllegalArgumentException("too long for one byte: " + text);
        }
        block.write(bytes.length);
        block.write(bytes);
    }

    private void send(int type, int flags, int stream, byte[] payload) throws IOException {
        output.writeByte(payload.length >> 16);
        output.writeShort(payload.length);
        output.writeByte(type);
        output.writeByte(flags);
        output.writeInt(stream);
        output.write(payload);
        output.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
