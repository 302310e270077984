package org.vedette.testsupport.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A client of live events that keeps every line it receives. */
public final class LiveListener implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<?> stream;

    /**
     * Opens a stream.
     *
     * @param site address of the site or of an instance of the feed service
     * @param lastEventId id of the last event that was received; null for a client that listens for the first time
     */
    public LiveListener(URI site, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(site.resolve("/live"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        stream = HttpClient.newHttpClient()
                .sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new LineQueue(lines)));
    }

    /** All lines so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines of one field, without its name. */
    public List<String> lines(String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /** Whether an event about a post was received. */
    public boolean hasReceived(String event, String postId) {
        var received = lines();
        return received.stream()
                .anyMatch(line -> line.startsWith("data: ")
                        && line.contains(postId)
                        && received.get(received.indexOf(line) - 1).equals("event: " + event));
    }

    @Override
    public void close() {
        stream.cancel(true);
    }

    private record LineQueue(Queue<String> lines) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable cutOff) {
            lines.add("cut off");
        }

        @Override
        public void onComplete() {
            lines.add("ended");
        }
    }
}
