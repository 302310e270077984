package org.vedette.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.vedette.standalone.demo.EditorApi.ExistingPost;

/** Publishes the demo posts on an empty blog, each of them once, however often the start is interrupted. */
public final class DemoBlog {

    private final EditorApi api;
    private final DemoProgress progress;
    private final Clock clock;

    /**
     * @param gateway address of the gateway
     * @param token a token with the role of an editor
     * @param progress file that stores the progress
     * @param clock for today's date in the zone of the site
     */
    public DemoBlog(URI gateway, String token, Path progress, Clock clock) {
        this.api = new EditorApi(gateway, token);
        this.progress = new DemoProgress(progress);
        this.clock = clock;
    }

    /** Publishes the missing demo posts, unless the blog has posts of its own. */
    public void publish() throws IOException {
        if (progress.isComplete()) {
            return;
        }
        var today = LocalDate.now(clock);
        var existing = api.posts();
        if (existing.isEmpty() || progress.hasBegun()) {
            publishMissing(progress.begin(today), existing);
        }
        progress.complete(today);
    }

    private void publishMissing(LocalDate began, Map<String, ExistingPost> existing) throws IOException {
        for (var post : DemoPost.all(began, clock.getZone())) {
            publish(post, existing);
        }
    }

    private void publish(DemoPost post, Map<String, ExistingPost> existing) throws IOException {
        var found = existing.get(post.slug());
        if (found == null) {
            api.publish(api.draft(post.json()));
        } else if (!found.isPublished()) {
            api.publish(found.id());
        }
    }
}
