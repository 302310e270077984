package org.vedette.starter.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to each operation its summary, the token it needs and the errors it may be answered with. */
final class OperationCompleter implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final String TOKEN = "token";

    private final Map<String, String> summaries;

    OperationCompleter(Map<String, String> summaries) {
        this.summaries = summaries;
    }

    @Override
    public void customise(OpenAPI description) {
        description
                .getComponents()
                .addSchemas(PROBLEM, problem())
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API token"));
        description
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(method, path, operation)));
    }

    private void complete(HttpMethod method, String path, Operation operation) {
        var summary = summaries.get(method + " " + path);
        if (summary != null) {
            operation.setSummary(summary);
        }
        operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        addError(operation, "400", "A parameter or a field is unknown or not valid; detail says which, and what is");
        addError(operation, "401", "There is no token, or it is not valid");
        addError(operation, "403", "The token does not allow this");
        if (path.contains("{")) {
            addError(operation, "404", "There is nothing with this name");
        }
        if (has(operation, "If-Match")) {
            addError(operation, "409", "The state does not allow this");
            addError(operation, "412", "It has changed since the ETag in If-Match");
            addError(operation, "428", "If-Match is missing where it is required");
        }
        if (operation.getRequestBody() != null) {
            addError(operation, "413", "The body is too large");
            addError(operation, "415", "The format of the body is not the one that is read here");
        }
        if (method == HttpMethod.GET) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "304",
                            new ApiResponse().description("Nothing has changed since the ETag in If-None-Match"));
        }
        addError(operation, "429", "Too many requests; Retry-After says when to come back");
        addError(operation, "503", "A part of the suite does not answer; Retry-After says when to come back");
    }

    private static boolean has(Operation operation, String header) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static void addError(Operation operation, String status, String description) {
        var response = new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(PROBLEM_TYPE, new MediaType().schema(reference())));
        if (description.contains("Retry-After")) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds").schema(new IntegerSchema()));
        }
        operation.getResponses().addApiResponse(status, response);
    }

    private static Schema<?> reference() {
        return new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    }

    private static Schema<?> problem() {
        var problem = new Schema<Object>();
        problem.setType("object");
        problem.setDescription("What is wrong, and what to do about it (RFC 9457)");
        problem.addProperty("type", new StringSchema().description("A stable name: urn:vedette:problem:…"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema().description("What to do"));
        problem.addProperty("instance", new StringSchema().description("The path that was asked for"));
        problem.addProperty("requestId", new StringSchema().description("What to quote when asking about it"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }
}
