package org.vedette.post.series.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.publishing.web.FieldReader;
import org.vedette.post.series.Cadence;
import org.vedette.post.series.Series;

/** A series as editors send it; what only responses have is ignored. */
@JsonIgnoreProperties("formerTitles")
public record SeriesRequest(
        @Nullable String slug,
        @Nullable String title,
        @Nullable String cadence,
        @Nullable String introduction,
        @Nullable Boolean secondPerson) {

    private static final String OF_THE_FORM = "new";

    /** The series to be created. */
    public Series series() {
        var fields = new FieldReader();
        return series(fields.required("slug", slug, SeriesRequest::slug), fields);
    }

    /** The series of an address, which must not name another slug. */
    public Series series(String known) {
        var fields = new FieldReader();
        if (slug != null && !slug.equals(known)) {
            fields.refuse("slug", "cannot be changed: addresses of series stay for ever");
        }
        return series(Optional.of(known), fields);
    }

    private Series series(Optional<String> chosen, FieldReader fields) {
        var newTitle = fields.required("title", title, Series::title);
        var newCadence = fields.required("cadence", cadence, SeriesRequest::cadence);
        var newIntroduction = fields.optional("introduction", introduction, Series::introduction);
        return fields.build(() -> new Series(
                chosen.orElseThrow(),
                newTitle.orElseThrow(),
                newCadence.orElseThrow(),
                newIntroduction.orElse(null),
                Boolean.TRUE.equals(secondPerson)));
    }

    private static String slug(String text) {
        var slug = new Slug(text.strip()).value();
        if (slug.equals(OF_THE_FORM)) {
            throw new InvalidValueException("is the address of the form for a new series: choose another one");
        }
        return slug;
    }

    private static Cadence cadence(String text) {
        return Arrays.stream(Cadence.values())
                .filter(known -> known.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be one of "
                        + Arrays.stream(Cadence.values())
                                .map(known -> known.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
