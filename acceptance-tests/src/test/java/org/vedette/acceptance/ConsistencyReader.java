package org.vedette.acceptance;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/** Reads from several sources in turn, and records whatever a reader should never see. */
final class ConsistencyReader implements Callable<Long> {

    static final int LISTED = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NEWEST = "/api/feed/posts?fields=slug&limit=" + LISTED;

    private final List<Source> sources;
    private final AtomicBoolean running;
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final Map<Integer, List<String>> seen = new HashMap<>();

    /** An instance of a service, or a gateway. */
    @FunctionalInterface
    interface Source {

        HttpResponse<String> ask(String path);
    }

    ConsistencyReader(List<Source> sources, AtomicBoolean running) {
        this.sources = sources;
        this.running = running;
    }

    /** Reads until it is stopped; returns how often it read. */
    @Override
    public Long call() {
        var reads = 0L;
        while (running.get()) {
            for (var source = 0; source < sources.size(); source++) {
                look(source);
                reads++;
            }
        }
        return reads;
    }

    Queue<String> violations() {
        return violations;
    }

    private void look(int source) {
        var listed = slugs(ask(source, NEWEST));
        var before = seen.getOrDefault(source, List.of());
        if (!continues(before, listed)) {
            violations.add("source " + source + " showed " + before + " and then " + listed);
        }
        seen.put(source, listed);
        if (!listed.isEmpty()) {
            ask(source, "/posts/" + listed.get(0));
        }
        ask(source, "/");
        ask(source, "/feeds/atom.xml");
    }

    /** A newer list is the one before with newer posts put in front, as far as there is room. */
    private static boolean continues(List<String> before, List<String> now) {
        var stillThere = new ArrayList<>(now);
        stillThere.retainAll(before);
        var newer = now.size() - stillThere.size();
        var room = Math.min(before.size(), LISTED - newer);
        return stillThere.equals(before.subList(0, Math.max(0, room)));
    }

    private HttpResponse<String> ask(int source, String path) {
        var answer = sources.get(source).ask(path);
        if (answer.statusCode() != 200) {
            violations.add("source " + source + " answered " + answer.statusCode() + " for " + path);
        }
        return answer;
    }

    private static List<String> slugs(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                ? JSON.readTree(answer.body())
                        .get("posts")
                        .valueStream()
                        .map(post -> post.get("slug").asString())
                        .toList()
                : List.of();
    }
}
