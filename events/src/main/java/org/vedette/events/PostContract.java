package org.vedette.events;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an event promises beyond its shape; the schemas say the same. Readers of JSON leave null where a field is missing,
 * whatever a record says, so a consumer asks here before it believes an event.
 *
 * <p>A limit is at least as wide as that of the post service. A TLP label that is not known is no flaw: it may come after
 * us, and is to be treated as the strictest.
 */
public final class PostContract {

    private static final int SLUG = 200;
    private static final int SHORT = 200;
    private static final int LONG = 500;
    private static final int NOTE = 2_000;
    private static final int EXCERPT = 300;
    private static final int MOST_CREDITS = 100;
    private static final int MOST_TAGS = 100;
    private static final Pattern SLUG_SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Instant BEGIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private PostContract() {}

    /** What of an event breaks the contract, such as {@code post.bylines[0].name is missing}; empty when nothing does. */
    public static Optional<String> flawsOf(PostEvent event) {
        var flaws = new Flaws();
        if (event instanceof PostWithdrawn gone) {
            check(gone, flaws);
        } else if (event instanceof PostRevised revised) {
            check(revised.post(), flaws);
            flaws.optional("correction", revised.correction(), NOTE);
        } else if (event instanceof PostPublished published) {
            check(published.post(), flaws);
        }
        return flaws.told();
    }

    /** Whether it can be the last segment of an address: words of a–z and 0–9 joined by hyphens, at most 200 characters. */
    public static boolean isSlug(String text) {
        return text.length() <= SLUG && SLUG_SHAPE.matcher(text).matches();
    }

    /** Whether a time can be written wherever readers need it: in the years 1 to 9999 (RFC 3339 §1). */
    public static boolean isWritable(Instant time) {
        return !time.isBefore(BEGIN) && !time.isAfter(END);
    }

    private static void check(PostWithdrawn gone, Flaws flaws) {
        flaws.present("postId", gone.postId());
        flaws.revision("revision", gone.revision());
        flaws.slug("slug", gone.slug());
        flaws.slugs("formerSlugs", gone.formerSlugs());
        flaws.optional("reason", gone.reason(), NOTE);
        flaws.time("withdrawnAt", gone.withdrawnAt());
    }

    private static void check(@Nullable PublicPost post, Flaws flaws) {
        flaws.present("post", post);
        if (post == null) {
            return;
        }
        flaws.present("post.id", post.id());
        flaws.revision("post.revision", post.revision());
        flaws.slug("post.slug", post.slug());
        flaws.slugs("post.formerSlugs", post.formerSlugs());
        flaws.line("post.title", post.title(), SHORT);
        checkTexts(post, flaws);
        checkCredits(post, flaws);
        checkLabels(post, flaws);
        flaws.time("post.publishedAt", post.publishedAt());
        flaws.time("post.revisedAt", post.revisedAt());
    }

    private static void checkTexts(PublicPost post, Flaws flaws) {
        flaws.optional("post.standfirst", post.standfirst(), LONG);
        flaws.present("post.html", post.html());
        flaws.present("post.text", post.text());
        flaws.present("post.excerpt", post.excerpt());
        flaws.optional("post.excerpt", post.excerpt(), EXCERPT);
    }

    private static void checkCredits(PublicPost post, Flaws flaws) {
        flaws.count("post.bylines", post.bylines(), 1, MOST_CREDITS);
        for (var number = 0; number < post.bylines().size(); number++) {
            var byline = post.bylines().get(number);
            flaws.line("post.bylines[" + number + "].name", byline.name(), SHORT);
            flaws.optional("post.bylines[" + number + "].affiliation", byline.affiliation(), LONG);
        }
    }

    private static void checkLabels(PublicPost post, Flaws flaws) {
        flaws.count("post.tags", post.tags(), 0, MOST_TAGS);
        for (var number = 0; number < post.tags().size(); number++) {
            flaws.line("post.tags[" + number + "]", post.tags().get(number), SHORT);
        }
        var series = post.series();
        if (series != null) {
            flaws.slug("post.series.slug", series.slug());
            flaws.line("post.series.title", series.title(), LONG);
        }
        if (post.period() != null) {
            flaws.period("post.period", post.period());
        }
        flaws.line("post.tlp", post.tlp(), SHORT);
    }
}
