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
import java.util.Set;
import org.vedette.benchmarks.suite.Latencies;

/** Many open streams, all read by one thread. */
final class Audience implements AutoCloseable {

    private static final int AT_A_TIME = 200;
    private static final int SOURCES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final List<LiveStream> streams = new ArrayList<>();
    private final URI address;

    Audience(URI address) throws IOException {
        this.address = address;
    }

    /** Opens so many more streams and waits until each was answered. */
    void grow(int more) throws IOException {
        for (int left = more; left > 0; left -= AT_A_TIME) {
            List<LiveStream> fresh = new ArrayList<>();
            for (int index = 0; index < Math.min(left, AT_A_TIME); index++) {
                fresh.add(open());
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!fresh.stream().allMatch(LiveStream::isGreeted)) {
                var unused = turn(end);
            }
        }
    }

    /** How long after a point in time each stream said one of two things. */
    Latencies await(String one, String other, long since) throws IOException {
        Set<LiveStream> waiting = new HashSet<>(streams);
        List<Duration> durations = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting.isEmpty()) {
            for (LiveStream stream : turn(end)) {
                if (stream.says(one, other) && waiting.remove(stream)) {
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
        String source = "127.0.0." + (2 + streams.size() % SOURCES);
        LiveStream stream = LiveStream.open(
                new InetSocketAddress(address.getHost(), address.getPort()),
                new InetSocketAddress(source, 0),
                selector);
        streams.add(stream);
        return stream;
    }

    /** Does what can be done now; the streams that something came on. */
    private List<LiveStream> turn(long end) throws IOException {
        if (System.nanoTime() > end) {
            throw new IOException("not every one of " + streams.size() + " streams had it within " + PATIENCE);
        }
        List<LiveStream> heard = new ArrayList<>();
        var unused = selector.select(key -> act(key, heard), 1_000);
        return heard;
    }

    private void act(SelectionKey key, List<LiveStream> heard) {
        LiveStream stream = (LiveStream) key.attachment();
        try {
            if (key.isConnectable()) {
                stream.connected(key);
            } else if (key.isWritable()) {
                stream.ask(key, address.getPath());
            } else {
                stream.hear(buffer);
                heard.add(stream);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
