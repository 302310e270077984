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

/** Reads from both instances in turn, and records whatever a reader should never see. */
final class ConsistencyReader implements Callable<Long> {

    static final int LISTED = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NEWEST = "/api/feed/posts?fields=slug&limit=" + LISTED;

    private final Replicas replicas;
    private final AtomicBoolean running;
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final Map<Integer, List<String>> seen = new HashMap<>();

    ConsistencyReader(Replicas replicas, AtomicBoolean running) {
        this.replicas = replicas;
        this.running = running;
    }

    /** Reads until it is stopped; returns how often it read. */
    @Override
    public Long call() {
        var reads = 0L;
        while (running.get()) {
            for (var instance : replicas.instances()) {
                look(instance);
                reads++;
            }
        }
        return reads;
    }

    Queue<String> violations() {
        return violations;
    }

    private void look(int instance) {
        var listed = slugs(ask(instance, NEWEST));
        var before = seen.getOrDefault(instance, List.of());
        if (!continues(before, listed)) {
            violations.add("instance " + instance + " showed " + before + " and then " + listed);
        }
        seen.put(instance, listed);
        if (!listed.isEmpty()) {
            ask(instance, "/posts/" + listed.get(0));
        }
        ask(instance, "/");
        ask(instance, "/feeds/atom.xml");
    }

    /** A newer list is the one before with newer posts put in front, as far as there is room. */
    private static boolean continues(List<String> before, List<String> now) {
        var stillThere = new ArrayList<>(now);
        stillThere.retainAll(before);
        var newer = now.size() - stillThere.size();
        var room = Math.min(before.size(), LISTED - newer);
        return stillThere.equals(before.subList(0, Math.max(0, room)));
    }

    private HttpResponse<String> ask(int instance, String path) {
        var answer = replicas.asksInstance(instance, path);
        if (answer.statusCode() != 200) {
            violations.add("instance " + instance + " answered " + answer.statusCode() + " for " + path);
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
