package org.vedette.post.publishing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Note;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.requests.Person;

/**
 * What is known about a revision, in responses to editors.
 *
 * @param changed names of the fields in which it differs from the revision before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
        long revision,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String note,
        List<String> changed) {

    public static ChangeView of(RevisionInfo info) {
        return new ChangeView(
                info.revision().value(),
                Optional.ofNullable(info.by()).map(Person::name).orElse(null),
                info.at(),
                Optional.ofNullable(info.note()).map(Note::value).orElse(null),
                info.changed().stream().sorted().map(PostField::json).toList());
    }
}
