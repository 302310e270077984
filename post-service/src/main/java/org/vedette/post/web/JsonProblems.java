package org.vedette.post.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.StandardProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Maps failures of the JSON parser to problems that name the field and the position. */
final class JsonProblems {

    private static final Set<Class<?>> NUMBERS = Set.of(Integer.class, int.class, Long.class, long.class);

    /** Names of its classes and settings. */
    private static final Pattern OF_THE_PARSER = Pattern.compile("`|\\[Source|Feature|Constraints|[a-z]\\.[a-z]+\\.");

    private JsonProblems() {}

    static Problem of(JacksonException error) {
        if (error instanceof MismatchedInputException mismatch) {
            return ofField(error, message(mismatch));
        }
        return error instanceof InputCoercionException
                ? ofField(error, "must be a whole number, and not so large")
                : Problem.of(
                        StandardProblem.MALFORMED_REQUEST,
                        "The request is not valid JSON" + position(error) + ": " + fault(error) + ".");
    }

    private static Problem ofField(JacksonException error, String message) {
        var field = field(error.getPath());
        var subject = field.isEmpty() ? "The request" : "The field " + field;
        return Problem.of(StandardProblem.MALFORMED_REQUEST, subject + " " + message + position(error) + ".")
                .with("errors", field.isEmpty() ? List.of() : List.of(new FieldError(field, message)));
    }

    /** What the parser says, unless that is for people who write programs with it. */
    private static String fault(JacksonException error) {
        if (error instanceof UnexpectedEndOfInputException) {
            return "it ends before all quotes, brackets and braces are closed";
        }
        if (error instanceof StreamConstraintsException) {
            return "a number or a name in it is too long, or it is nested too deeply";
        }
        var message = String.valueOf(error.getOriginalMessage());
        return OF_THE_PARSER.matcher(message).find()
                ? "look at it with a program that checks JSON"
                : message.replaceFirst("\\.$", "");
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
        if (type == Boolean.class || type == boolean.class) {
            return "true or false, without quotes";
        }
        if (NUMBERS.contains(type)) {
            return "a whole number, without quotes";
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
