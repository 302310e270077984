package org.vedette.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of an event beyond the types of its fields, equal to those of the JSON Schemas. A JSON library sets a
 * component to null when its field is missing, whatever the record declares, so a consumer validates every event here
 * before it uses it.
 *
 * <p>Each limit is at least as wide as the post service's own. An unknown TLP label is valid, because a newer producer may
 * send one; a consumer treats it as the strictest label.
 */
public final class PostContract {

    private static final int MAX_SLUG = 200;
    private static final int MAX_SHORT_TEXT = 200;
    private static final int MAX_LONG_TEXT = 500;
    private static final int MAX_NOTE = 2_000;
    private static final int MAX_EXCERPT = 300;
    private static final int MAX_BYLINES = 100;
    private static final int MAX_TAGS = 100;
    private static final int MAX_LANGUAGE = 35;
    private static final int MAX_CORRECTIONS = 100;
    private static final int MAX_FORMER_AUTHORS = 100;
    private static final int MAX_URL = 2_000;
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern AUTHOR_SLUG = Pattern.compile("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Instant MIN_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant MAX_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private PostContract() {}

    /**
     * Validates an event.
     *
     * @return the violations on one line, such as {@code post.bylines[0].name is missing}; empty when the event is valid
     */
    public static Optional<String> violationsOf(PostEvent event) {
        var violations = new Violations();
        if (event instanceof PostWithdrawn withdrawn) {
            validate(withdrawn, violations);
        } else if (event instanceof PostRevised revised) {
            validate(revised.post(), violations);
            violations.requireMaxLength("correction", revised.correction(), MAX_NOTE);
        } else if (event instanceof PostPublished published) {
            validate(published.post(), violations);
        }
        return violations.summary();
    }

    /** True for the last path segment of an address: words of a–z and 0–9 joined by hyphens, at most 200 characters. */
    public static boolean isSlug(String text) {
        return text.length() <= MAX_SLUG && SLUG.matcher(text).matches();
    }

    /** True for the last path segment of an author's page: as a slug, but with letters and digits of any script. */
    public static boolean isAuthorSlug(String text) {
        return text.length() <= MAX_SLUG && AUTHOR_SLUG.matcher(text).matches();
    }

    /** True for what has the form of a language tag (BCP 47, RFC 5646 §2.1), at most 35 characters. */
    public static boolean isLanguageTag(String text) {
        return text.length() <= MAX_LANGUAGE && LANGUAGE.matcher(text).matches();
    }

    /** True for an absolute http or https address with a host and without credentials, at most 2,000 characters. */
    public static boolean isHttpUrl(String text) {
        try {
            var uri = new URI(text);
            return text.length() <= MAX_URL
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException invalid) {
            return false;
        }
    }

    /** True for an absolute path on the site of ASCII characters that need no escape, at most 500 characters. */
    static boolean isPath(String text) {
        return text.length() <= MAX_LONG_TEXT && PATH.matcher(text).matches();
    }

    /** True when the time has a representation in RFC 3339, which ends with the year 9999 (§1). */
    public static boolean isRfc3339Time(Instant time) {
        return !time.isBefore(MIN_TIME) && !time.isAfter(MAX_TIME);
    }

    private static void validate(PostWithdrawn withdrawn, Violations violations) {
        violations.requirePresent("postId", withdrawn.postId());
        violations.requireRevision("revision", withdrawn.revision());
        violations.requireSlug("slug", withdrawn.slug());
        violations.requireSlugs("formerSlugs", withdrawn.formerSlugs());
        violations.requireMaxLength("reason", withdrawn.reason(), MAX_NOTE);
        violations.requireTime("withdrawnAt", withdrawn.withdrawnAt());
        violations.requireMaxLength("tlp", withdrawn.tlp(), MAX_SHORT_TEXT);
    }

    private static void validate(@Nullable PublicPost post, Violations violations) {
        violations.requirePresent("post", post);
        if (post == null) {
            return;
        }
        violations.requirePresent("post.id", post.id());
        violations.requireRevision("post.revision", post.revision());
        violations.requireSlug("post.slug", post.slug());
        violations.requireSlugs("post.formerSlugs", post.formerSlugs());
        violations.requireText("post.title", post.title(), MAX_SHORT_TEXT);
        validateTexts(post, violations);
        validateBylines(post, violations);
        validateLabels(post, violations);
        validateCorrections(post, violations);
        validateMetadata(post.page(), violations);
        violations.requireTime("post.publishedAt", post.publishedAt());
        violations.requireTime("post.revisedAt", post.revisedAt());
    }

    private static void validateTexts(PublicPost post, Violations violations) {
        violations.requireMaxLength("post.standfirst", post.standfirst(), MAX_LONG_TEXT);
        violations.requireLanguage("post.language", post.language());
        violations.requirePresent("post.html", post.html());
        violations.requirePresent("post.text", post.text());
        violations.requirePresent("post.excerpt", post.excerpt());
        violations.requireMaxLength("post.excerpt", post.excerpt(), MAX_EXCERPT);
    }

    private static void validateBylines(PublicPost post, Violations violations) {
        violations.requireNotEmpty("post.bylines", post.bylines());
        violations.requireMaxSize("post.bylines", post.bylines(), MAX_BYLINES);
        for (var index = 0; index < post.bylines().size(); index++) {
            var byline = post.bylines().get(index);
            var field = "post.bylines[" + index + "]";
            violations.requireText(field + ".name", byline.name(), MAX_SHORT_TEXT);
            violations.requireMaxLength(field + ".affiliation", byline.affiliation(), MAX_LONG_TEXT);
            if (byline.author() != null) {
                violations.requireAuthorSlug(field + ".author", byline.author());
            }
            violations.requireMaxSize(field + ".formerAuthors", byline.formerAuthors(), MAX_FORMER_AUTHORS);
            violations.requireAuthorSlugs(field + ".formerAuthors", byline.formerAuthors());
        }
    }

    private static void validateCorrections(PublicPost post, Violations violations) {
        violations.requireMaxSize("post.corrections", post.corrections(), MAX_CORRECTIONS);
        for (var index = 0; index < post.corrections().size(); index++) {
            var correction = post.corrections().get(index);
            violations.requireTime("post.corrections[" + index + "].date", correction.date());
            violations.requireText("post.corrections[" + index + "].text", correction.text(), MAX_NOTE);
        }
    }

    private static void validateMetadata(PageMetadata metadata, Violations violations) {
        violations.requireHttpUrl("post.metadata.canonicalUrl", metadata.canonicalUrl());
        violations.requireMaxLength("post.metadata.title", metadata.title(), MAX_SHORT_TEXT);
        violations.requireMaxLength("post.metadata.description", metadata.description(), MAX_LONG_TEXT);
        var image = metadata.image();
        if (image != null) {
            violations.requirePath("post.metadata.image.address", image.address());
            violations.requireText("post.metadata.image.mediaType", image.mediaType(), MAX_SHORT_TEXT);
            violations.requireMaxLength("post.metadata.image.alternativeText", image.alternativeText(), MAX_LONG_TEXT);
        }
    }

    private static void validateLabels(PublicPost post, Violations violations) {
        violations.requireMaxSize("post.tags", post.tags(), MAX_TAGS);
        for (var index = 0; index < post.tags().size(); index++) {
            violations.requireText("post.tags[" + index + "]", post.tags().get(index), MAX_SHORT_TEXT);
        }
        var series = post.series();
        if (series != null) {
            violations.requireSlug("post.series.slug", series.slug());
            violations.requireText("post.series.title", series.title(), MAX_LONG_TEXT);
            violations.requireMaxLength("post.series.introduction", series.introduction(), MAX_NOTE);
        }
        if (post.period() != null) {
            violations.requirePeriod("post.period", post.period());
        }
        violations.requireText("post.tlp", post.tlp(), MAX_SHORT_TEXT);
    }
}
