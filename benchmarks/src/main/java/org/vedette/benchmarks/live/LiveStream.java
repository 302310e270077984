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
    private final StringBuilder heard = new StringBuilder();
    private final AtomicBoolean greeted = new AtomicBoolean();

    private LiveStream(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Begins to connect.
     *
     * @param source the local address; one address alone has too few ports for very many streams
     */
    static LiveStream open(InetSocketAddress server, InetSocketAddress source, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.bind(source);
        LiveStream stream = new LiveStream(channel);
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
    void ask(SelectionKey key, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        int written = channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        if (written != request.length()) {
            throw new IOException("only " + written + " bytes of a request could be sent");
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    /** Reads what is there into the buffer, which is lent. */
    void hear(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("a stream was closed after: " + heard);
        }
        heard.append(StandardCharsets.UTF_8.decode(buffer.flip()));
        if (heard.length() >= OK.length() && !greeted.getAndSet(true) && heard.indexOf(OK) != 0) {
            throw new IOException("a stream was answered: " + heard);
        }
    }

    boolean isGreeted() {
        return greeted.get();
    }

    /** Whether it said one of two things; what is long past is forgotten. */
    boolean says(String one, String other) {
        boolean says = heard.indexOf(one) >= 0 || heard.indexOf(other) >= 0;
        if (heard.length() > KEPT) {
            heard.delete(0, heard.length() - KEPT);
        }
        return says;
    }

    void close() throws IOException {
        channel.close();
    }
}
