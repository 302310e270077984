package org.vedette.feed.redirects;

import java.util.Optional;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.timeline.Timeline;

/** Says where old addresses lead, as far as the public may know: the path of a page often says what is on it. */
public final class RedirectService {

    private static final String POSTS = "/posts/";
    private static final String TAGS = "/tags/";
    private static final String AUTHORS = "/authors/";

    private final Redirects redirects;
    private final CurrentTimeline timeline;

    public RedirectService(Redirects redirects, CurrentTimeline timeline) {
        this.redirects = redirects;
        this.timeline = timeline;
    }

    /** False while an address that is not found may yet be found. */
    public boolean isComplete() {
        return redirects.isComplete() && timeline.isLoaded();
    }

    /** The path of a page that the public finds there, or is told to be withdrawn; empty where there is none. */
    public Optional<String> find(String from) {
        return redirects.find(from).filter(target -> isKnownToThePublic(target, timeline.get()));
    }

    private static boolean isKnownToThePublic(String target, Timeline now) {
        if (target.startsWith(POSTS)) {
            return now.findBySlug(target.substring(POSTS.length()))
                    .filter(post -> !post.isRestricted())
                    .isPresent();
        }
        if (target.startsWith(TAGS)) {
            return !now.tag(target.substring(TAGS.length())).isEmpty();
        }
        return !target.startsWith(AUTHORS)
                || !now.in(now.current(Scope.author(target.substring(AUTHORS.length()))))
                        .isEmpty();
    }
}
