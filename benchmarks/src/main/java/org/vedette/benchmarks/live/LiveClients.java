package org.vedette.benchmarks.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.vedette.benchmarks.suite.Latencies;

/** Many open streams, all read by one thread. */
final class LiveClients implements AutoCloseable {

    private static final int AT_A_TIME = 200;
    private static final int SOURCES = 8;
    private static final Duration STREAM_TIMEOUT = Duration.ofSeconds(60);

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final List<LiveStream> streams = new ArrayList<>();
    private final URI address;

    LiveClients(URI address) throws IOException {
        this.address = address;
    }

    /** Opens so many more streams and waits until each was answered. */
    void open(int more) throws IOException {
        for (int left = more; left > 0; left -= AT_A_TIME) {
            var fresh = new ArrayList<LiveStream>();
            for (int index = 0; index < Math.min(left, AT_A_TIME); index++) {
                fresh.add(open());
            }
            var end = System.nanoTime() + STREAM_TIMEOUT.toNanos();
            while (!fresh.stream().allMatch(LiveStream::isAnswered)) {
                var unused = select(end);
            }
        }
    }

    /** How long after a point in time each stream received one of two texts. */
    Latencies await(String one, String other, long since) throws IOException {
        var waiting = new HashSet<LiveStream>(streams);
        var durations = new ArrayList<Duration>();
        var end = System.nanoTime() + STREAM_TIMEOUT.toNanos();
        while (!waiting.isEmpty()) {
            for (LiveStream stream : select(end)) {
                if (stream.received(one, other) && waiting.remove(stream)) {
                    durations.add(Duration.ofNanos(System.nanoTime() - since));
                }
            }
        }
        return Latencies.of(durations);
    }

    int size() {
        return streams.size();
    }

    @Override
    public void close() throws IOException {
        for (LiveStream stream : streams) {
            stream.close();
        }
        selector.close();
    }

    private LiveStream open() throws IOException {
        var source = "127.0.0." + (2 + streams.size() % SOURCES);
        var stream = LiveStream.open(
                new InetSocketAddress(address.getHost(), address.getPort()),
                new InetSocketAddress(source, 0),
                selector);
        streams.add(stream);
        return stream;
    }

    /** Does what can be done now; returns the streams that were read from. */
    private List<LiveStream> select(long end) throws IOException {
        if (System.nanoTime() > end) {
            throw new IOException(
                    "not every one of " + streams.size() + " streams received it within " + STREAM_TIMEOUT);
        }
        var readable = new ArrayList<LiveStream>();
        var unused = selector.select(key -> act(key, readable), 1_000);
        return readable;
    }

    private void act(SelectionKey key, List<LiveStream> readable) {
        var stream = (LiveStream) key.attachment();
        try {
            if (key.isConnectable()) {
                stream.connected(key);
            } else if (key.isWritable()) {
                stream.sendRequest(key, address.getPath());
            } else {
                stream.read(buffer);
                readable.add(stream);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
