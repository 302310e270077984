package org.vedette.notification.webhooks.web.api;

import org.springframework.stereotype.Component;
import org.vedette.notification.webhooks.administration.WebhookDraft;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies of requests. A field that is not known is refused: a filter that is ignored would send more than it should. */
@Component
class WebhookRequestReader {

    private static final String FIELDS = "address, description, kind, events, series, tags";

    private final JsonMapper json;

    WebhookRequestReader(JsonMapper json) {
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    Mono<WebhookDraft> draft(byte[] body) {
        return Mono.fromSupplier(() -> read(body));
    }

    private WebhookDraft read(byte[] body) {
        try {
            var draft = json.readValue(body, WebhookDraft.class);
            if (draft != null) {
                return draft;
            }
        } catch (UnrecognizedPropertyException unknown) {
            throw malformed(unknown.getPropertyName(), "is not known; known are: " + FIELDS);
        } catch (DatabindException mismatch) {
            var path = mismatch.getPath();
            var field = path.isEmpty() ? null : path.get(0).getPropertyName();
            throw field == null ? notAnObject() : malformed(field, "has a value of another type");
        } catch (JacksonException notJson) {
            throw new ProblemException(Problem.of(
                    StandardProblem.MALFORMED_REQUEST, "The body is not JSON: " + notJson.getOriginalMessage()));
        }
        throw notAnObject();
    }

    private static ProblemException notAnObject() {
        return new ProblemException(
                Problem.of(StandardProblem.MALFORMED_REQUEST, "Send a JSON object with the fields " + FIELDS + "."));
    }

    private static ProblemException malformed(String field, String message) {
        return new ProblemException(
                Problem.of(StandardProblem.MALFORMED_REQUEST, "The field " + field + " " + message + ".")
                        .withError(field, message));
    }
}
