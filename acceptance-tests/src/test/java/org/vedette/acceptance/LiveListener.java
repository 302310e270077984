package org.vedette.acceptance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;

/** Somebody who listens to live events, line by line. */
final class LiveListener implements Flow.Subscriber<String>, AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<?> stream;

    LiveListener(URI site) {
        stream = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(site.resolve("/live")).build(), BodyHandlers.fromLineSubscriber(this));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    boolean hasReceived(String event, String postId) {
        var received = lines();
        return received.stream()
                .anyMatch(line -> line.startsWith("data: ")
                        && line.contains(postId)
                        && received.get(received.indexOf(line) - 1).equals("event: " + event));
    }

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

    @Override
    public void close() {
        stream.cancel(true);
    }
}
