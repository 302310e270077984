package org.vedette.post.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Scheduled;

/** In what a post that is here already differs from the one of the file. */
public final class Differences {

    /** The store keeps no more, and neither do some of the files. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private final List<String> names = new ArrayList<>();

    private Differences() {}

    /**
     * Their names, for people.
     *
     * @param comparable a body without what is another here than there, such as the addresses of its pictures
     */
    public static List<String> between(Migration found, Post here, UnaryOperator<String> comparable) {
        var there = found.submission().content();
        var content = here.content();
        var differences = new Differences();
        differences.compare("title", there.title(), content.title());
        differences.compare("standfirst", there.standfirst(), content.standfirst());
        differences.compare(
                "body",
                comparable.apply(there.body().markdown()),
                comparable.apply(content.body().markdown()));
        differences.compare("bylines", there.bylines(), content.bylines());
        differences.compare("tags", there.tags(), content.tags());
        differences.compare("series", there.series(), content.series());
        differences.compare("period", there.period(), content.period());
        differences.compare("tlp", there.tlp(), content.tlp());
        differences.compare("language", there.language(), content.language());
        differences.compare("status", found.isDraft(), here instanceof Draft || here instanceof Scheduled);
        if (isOtherDate(found.submission().publishAt(), here)) {
            differences.names.add("date");
        }
        return List.copyOf(differences.names);
    }

    private void compare(String name, @Nullable Object there, @Nullable Object here) {
        if (!Objects.equals(there, here)) {
            names.add(name);
        }
    }

    private static boolean isOtherDate(@Nullable Instant there, Post here) {
        return there != null
                && here instanceof Published published
                && Duration.between(there, published.publishedAt()).abs().compareTo(PRECISION) >= 0;
    }
}
