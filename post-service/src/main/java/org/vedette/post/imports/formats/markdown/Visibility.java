package org.vedette.post.imports.formats.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What front matter says of who sees a post, in the words of the systems that have it. A value that is not understood is refused:
 * what was to be hidden is never published.
 */
final class Visibility {

    private static final Pattern DRAFTS = Pattern.compile("(?i)(?:.*/)?_?drafts?/.*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final List<String> HIDING =
            List.of("draft", "isdraft", "private", "hidden", "unlisted", "unpublished", "headless");
    private static final List<String> SHOWING = List.of("published", "publish", "public");
    private static final List<String> STATES = List.of("status", "state", "visibility");
    private static final List<String> SHOWN = List.of("publish", "published", "public", "live");
    private static final List<String> HIDDEN = List.of(
            "draft",
            "pending",
            "scheduled",
            "future",
            "private",
            "hidden",
            "unlisted",
            "unpublished",
            "members",
            "paid",
            "review",
            "archived",
            "trash");

    private Visibility() {}

    /** Whether a path has a folder of drafts, as that of Jekyll. */
    static boolean isOfDrafts(String path) {
        return DRAFTS.matcher(path).matches();
    }

    /** @throws org.vedette.post.content.InvalidValueException when a value is not understood */
    static boolean isHidden(FrontMatter fields) {
        var isHidden = false;
        for (var name : HIDING) {
            isHidden |= says(fields, name, false);
        }
        for (var name : SHOWING) {
            isHidden |= date(fields, name).isEmpty() && !says(fields, name, true);
        }
        for (var name : STATES) {
            isHidden |= isHiddenState(fields, name);
        }
        return isHidden
                || (!fields.isBlank("password") && fields.only("password").isPresent());
    }

    private static boolean says(FrontMatter fields, String name, boolean otherwise) {
        return fields.only(name)
                .map(value -> fields.flag(name)
                        .orElseThrow(() -> fields.notUnderstood(name, "say true or false, not \"" + value + "\"")))
                .orElse(otherwise);
    }

    /** Some say with the fields that show a post when it was published. */
    static Stream<String> dates(FrontMatter fields) {
        return SHOWING.stream().flatMap(name -> date(fields, name).stream());
    }

    private static Optional<String> date(FrontMatter fields, String name) {
        return fields.only(name).filter(value -> DAY.matcher(value).matches());
    }

    private static boolean isHiddenState(FrontMatter fields, String name) {
        var state = fields.only(name).map(value -> value.toLowerCase(Locale.ROOT));
        if (state.isEmpty() || SHOWN.contains(state.get())) {
            return false;
        }
        if (HIDDEN.contains(state.get())) {
            return true;
        }
        throw fields.notUnderstood(name, "say published or draft, not \"" + state.get() + "\"");
    }
}
