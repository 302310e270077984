package org.vedette.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.vedette.standalone.demo.EditorApi.Known;

/** Gives an empty blog its first posts, each of them once, however often the start is interrupted. */
public final class DemoBlog {

    private final EditorApi api;
    private final DemoProgress progress;
    private final Clock clock;

    /**
     * @param gateway where the API is
     * @param token a token with the role of an editor
     * @param progress file that remembers how far the blog is
     * @param clock tells today's date, in the zone of the site
     */
    public DemoBlog(URI gateway, String token, Path progress, Clock clock) {
        this.api = new EditorApi(gateway, token);
        this.progress = new DemoProgress(progress);
        this.clock = clock;
    }

    /** Publishes what is missing, unless the blog had posts of its own before. */
    public void publish() throws IOException {
        if (progress.isComplete()) {
            return;
        }
        var today = LocalDate.now(clock);
        var known = api.posts();
        if (known.isEmpty() || progress.hasBegun()) {
            publishMissing(progress.begin(today), known);
        }
        progress.complete(today);
    }

    private void publishMissing(LocalDate began, Map<String, Known> known) throws IOException {
        for (var post : DemoPost.all(began, clock.getZone())) {
            publish(post, known);
        }
    }

    private void publish(DemoPost post, Map<String, Known> known) throws IOException {
        var there = known.get(post.slug());
        if (there == null) {
            api.publish(api.draft(post.json()));
        } else if (!there.isPublished()) {
            api.publish(there.id());
        }
    }
}
