package org.vedette.feed.openapi.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to every operation the responses and headers that all operations have. */
final class CommonResponses implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";

    @Override
    public void customise(OpenAPI description) {
        description.getComponents().addSchemas(PROBLEM, problem());
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(CommonResponses::complete);
    }

    private static void complete(Operation operation) {
        var responses = operation.getResponses();
        addHeaders(Objects.requireNonNull(responses.get("200"), "an operation without a 200 response"));
        var notModified =
                new ApiResponse().description("Nothing changed since the response whose ETag If-None-Match names");
        addHeaders(notModified);
        responses.addApiResponse("304", notModified);
        responses.addApiResponse(
                "503",
                new ApiResponse()
                        .description("Not now: something is starting, busy or unavailable")
                        .addHeaderObject("Retry-After", header("Seconds after which to ask again")));
        responses.forEach((status, response) -> {
            if (status.compareTo("400") >= 0) {
                response.setContent(new Content().addMediaType(PROBLEM_TYPE, new MediaType().schema(reference())));
            }
        });
    }

    private static void addHeaders(ApiResponse response) {
        response.addHeaderObject("ETag", header("Strong, made of the content, the same on every instance"));
        response.addHeaderObject("Cache-Control", header("How long a cache may keep the response"));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
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
        problem.setRequired(List.of("type", "title", "status", "detail", "instance"));
        return problem;
    }
}
