package org.vedette.post.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.StandardProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Maps failures of the JSON parser to problems that name the field and the position. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JacksonException error) {
        if (error instanceof MismatchedInputException mismatch) {
            var field = field(mismatch.getPath());
            var message = message(mismatch);
            var subject = field.isEmpty() ? "The request" : "The field " + field;
            return Problem.of(StandardProblem.MALFORMED_REQUEST, subject + " " + message + position(error) + ".")
                    .with("errors", field.isEmpty() ? List.of() : List.of(new FieldError(field, message)));
        }
        return Problem.of(
                StandardProblem.MALFORMED_REQUEST,
                "The request is not valid JSON" + position(error) + ": " + error.getOriginalMessage());
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

    private static String position(JacksonException error) {
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
