package org.vedette.post.studio.editor.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import org.vedette.post.publishing.PublishingException.DuplicatePeriodException;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;
import org.vedette.starter.problems.Problem;

/**
 * Why a form was not accepted.
 *
 * @param message what to do
 * @param fields what is wrong with fields, by their names
 */
record FormErrors(HttpStatusCode status, String message, Map<String, String> fields) {

    private static final Pattern ENTRY = Pattern.compile("([a-zA-Z]+)\\[([0-9]+)].*");
    private static final String CORRECT = "Nothing was saved yet: correct the fields marked below, and save again.";

    static FormErrors of(Throwable failure, Problem problem) {
        var detail = problem.detail();
        if (failure instanceof InvalidPostException invalid) {
            var fields = new LinkedHashMap<String, String>();
            invalid.errors()
                    .forEach(error -> fields.merge(name(error), message(error), (one, other) -> one + " " + other));
            return new FormErrors(HttpStatus.UNPROCESSABLE_CONTENT, CORRECT, fields);
        }
        if (failure instanceof DuplicatePeriodException) {
            var message =
                    "Another issue of this series covers the same period. Correct the period, or tick the box below if"
                            + " there are to be two.";
            return new FormErrors(HttpStatus.CONFLICT, CORRECT, Map.of("period", message));
        }
        if (failure instanceof SlugTakenException) {
            return new FormErrors(HttpStatus.CONFLICT, CORRECT, Map.of("slug", detail));
        }
        if (failure instanceof UnknownSeriesException) {
            return new FormErrors(HttpStatus.UNPROCESSABLE_CONTENT, CORRECT, Map.of("series", detail));
        }
        if (failure instanceof BodyTooLargeException) {
            return new FormErrors(HttpStatus.CONTENT_TOO_LARGE, CORRECT, Map.of("body", detail));
        }
        return new FormErrors(
                HttpStatusCode.valueOf(problem.status()),
                detail + " What you typed is still in the form below; it was not saved.",
                Map.of());
    }

    /** The field of the form that has what a field of the request has. */
    private static String name(FieldError error) {
        return error.field().replaceFirst("[\\[.].*", "");
    }

    private static String message(FieldError error) {
        var entry = ENTRY.matcher(error.field());
        return entry.matches()
                ? "Entry " + (Integer.parseInt(entry.group(2)) + 1) + " " + error.message() + "."
                : "This " + error.message() + ".";
    }
}
