package org.vedette.benchmarks.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** One open stream of events. */
final class LiveStream {

    private static final String OK = "HTTP/1.1 200";

    /** More than the longest thing looked for, which two reads may have cut in two. */
    private static final int KEPT = 256;

    private final SocketChannel channel;
    private final StringBuilder received = new StringBuilder();
    private final AtomicBoolean answered = new AtomicBoolean();

    private LiveStream(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Begins to connect.
     *
     * @param source the local address; one address alone has too few ports for very many streams
     */
    static LiveStream open(InetSocketAddress server, InetSocketAddress source, Selector selector) throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.bind(source);
        var stream = new LiveStream(channel);
        boolean connected = channel.connect(server);
        var unused = channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, stream);
        return stream;
    }

    void connected(SelectionKey key) throws IOException {
        if (channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    /** So short a request always fits into the buffer of a new connection. */
    void sendRequest(SelectionKey key, String path) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        var written = channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        if (written != request.length()) {
            throw new IOException("only " + written + " bytes of a request could be sent");
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    /** Reads what is there into the buffer, which is lent. */
    void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("a stream was closed after: " + received);
        }
        received.append(StandardCharsets.UTF_8.decode(buffer.flip()));
        if (received.length() >= OK.length() && !answered.getAndSet(true) && received.indexOf(OK) != 0) {
            throw new IOException("a stream was answered: " + received);
        }
    }

    boolean isAnswered() {
        return answered.get();
    }

    /** Whether it received one of two texts; forgets all but the end. */
    boolean received(String one, String other) {
        boolean found = received.indexOf(one) >= 0 || received.indexOf(other) >= 0;
        if (received.length() > KEPT) {
            received.delete(0, received.length() - KEPT);
        }
        return found;
    }

    void close() throws IOException {
        channel.close();
    }
}
