package org.vedette.benchmarks.clients;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection from one of the addresses of this machine's loopback network, so that a gateway sees several clients. */
final class RawConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String LENGTH = "content-length:";

    private final Socket socket = new Socket();
    private final InputStream input;

    /** @param receiveBuffer bytes that the operating system takes before they are read */
    RawConnection(String localAddress, int port, int receiveBuffer) throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.bind(new InetSocketAddress(InetAddress.getByName(localAddress), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a response that has a length or is chunked; returns its status. */
    int read() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = -1L;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Long.parseLong(lower.substring(LENGTH.length()).strip());
            }
        }
        if (length >= 0) {
            input.skipNBytes(length);
        } else {
            skipChunks();
        }
        return status;
    }

    private void skipChunks() throws IOException {
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            input.skipNBytes(size + 2L);
        }
        input.skipNBytes(2);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var value = input.read(); value != '\n'; value = input.read()) {
            if (value < 0) {
                throw new IOException("connection closed");
            }
            line.append((char) value);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
