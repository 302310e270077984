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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A client that sends exactly these frames, whatever RFC 9113 says about them. */
public final class Http2Connection implements AutoCloseable {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
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
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    /** Sends the headers of a request, in this order and without a check. */
    public void headers(int stream, boolean end, List<Map.Entry<String, String>> fields) throws IOException {
        frame(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, literals(fields));
    }

    public void data(int stream, boolean end, String content) throws IOException {
        frame(DATA, end ? END_STREAM : 0, stream, content.getBytes(StandardCharsets.UTF_8));
    }

    /** How the request of a stream is answered: a status, or "reset" or "goaway". */
    public String outcome(int stream) throws IOException, Http2Exception {
        while (true) {
            int length;
            try {
                length = input.readUnsignedShort() << 8 | input.readUnsignedByte();
            } catch (EOFException e) {
                return "closed";
            }
            int type = input.readUnsignedByte();
            int flags = input.readUnsignedByte();
            int of = input.readInt();
            var payload = input.readNBytes(length);
            if (type == SETTINGS && flags != ACK) {
                frame(SETTINGS, ACK, 0, new byte[0]);
            } else if (type == GOAWAY) {
                return "goaway";
            } else if (type == RST_STREAM && of == stream) {
                return "reset";
            } else if (type == HEADERS) {
                Http2Headers headers = decoder.decodeHeaders(of, Unpooled.wrappedBuffer(payload));
                if (of == stream) {
                    return String.valueOf(headers.status());
                }
            }
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

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
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
