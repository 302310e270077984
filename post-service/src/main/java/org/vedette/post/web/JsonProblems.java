package org.vedette.post.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.publishing.PublishingException.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** JSON that cannot be read, as problems that say where and what. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JacksonException error) {
        if (error instanceof MismatchedInputException mismatch) {
            var field = field(mismatch.getPath());
            var message = message(mismatch);
            var subject = field.isEmpty() ? "The request" : "The field " + field;
            return Problem.of(ProblemType.MALFORMED_REQUEST, subject + " " + message + place(error) + ".")
                    .with(field.isEmpty() ? List.of() : List.of(new FieldError(field, message)));
        }
        return Problem.of(
                ProblemType.MALFORMED_REQUEST,
                "The request is not valid JSON" + place(error) + ": " + error.getOriginalMessage());
    }

    private static String message(MismatchedInputException error) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            return "is not known; known are: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return "must be " + expected(error.getTargetType());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "text in quotes";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String place(JacksonException error) {
        var location = error.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String field(List<JacksonException.Reference> path) {
        var field = new StringBuilder();
        for (var step : path) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.toString();
    }
}
