package org.vedette.feed.redirects;

import java.util.Locale;
import java.util.Optional;
import org.vedette.events.Byline;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.blog.Scope.Kind;
import org.vedette.feed.entries.CurrentTimeline;

/** Where the pages of tags and authors are that were renamed. Ask only for one without any post: a post is shown where it is. */
public final class RenamedPages {

    private final RedirectService redirects;
    private final CurrentTimeline timeline;

    public RenamedPages(RedirectService redirects, CurrentTimeline timeline) {
        this.redirects = redirects;
        this.timeline = timeline;
    }

    /** The tag or author that has the posts of one that may have been renamed or merged since. */
    public Scope current(Scope scope) {
        var now = timeline.get();
        var merged = now.current(scope);
        return now.in(merged).isEmpty()
                ? find(merged).filter(found -> found.kind() == scope.kind()).orElse(merged)
                : merged;
    }

    /** The present tag or author; empty for what was never renamed, and for one of which the public has no post. */
    public Optional<Scope> find(Scope former) {
        return redirects.find(normalized(former).path()).flatMap(RenamedPages::scope);
    }

    private static Scope normalized(Scope scope) {
        return switch (scope.kind()) {
            case TAG -> Scope.tag(scope.key().toLowerCase(Locale.ROOT));
            case AUTHOR -> Scope.author(Byline.authorSlugOf(scope.key()));
            case SERIES, EVERYTHING -> scope;
        };
    }

    /** Empty for the address of something else, which an editor may have chosen. */
    private static Optional<Scope> scope(String path) {
        return key(Kind.TAG, path)
                .map(Scope::tag)
                .or(() -> key(Kind.AUTHOR, path).map(Scope::author));
    }

    private static Optional<String> key(Kind kind, String path) {
        return path.startsWith(kind.folder())
                ? Optional.of(path.substring(kind.folder().length()))
                : Optional.empty();
    }
}
