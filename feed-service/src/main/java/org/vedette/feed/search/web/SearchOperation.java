package org.vedette.feed.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the search, which reads its parameters itself so that it can say what is wrong with them. */
@Operation(
        summary = "Posts that have these words, or fit these filters",
        parameters = {
            @Parameter(
                    in = ParameterIn.QUERY,
                    name = "q",
                    description = "Words, \"phrases\", -excluded and prefix*; may be left out when a filter is there",
                    schema = @Schema(type = "string", maxLength = 200)),
            @Parameter(in = ParameterIn.QUERY, name = "series", description = "Slug of a series"),
            @Parameter(in = ParameterIn.QUERY, name = "tag", description = "A tag"),
            @Parameter(in = ParameterIn.QUERY, name = "author", description = "Last path segment of an author page"),
            @Parameter(
                    in = ParameterIn.QUERY,
                    name = "from",
                    description = "Published at or after this day (in the blog's zone) or instant"),
            @Parameter(in = ParameterIn.QUERY, name = "to", description = "Published before this day or instant"),
            @Parameter(
                    in = ParameterIn.QUERY,
                    name = "page",
                    description = "Number of the page",
                    schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "1")),
            @Parameter(
                    in = ParameterIn.QUERY,
                    name = "size",
                    description = "Results on a page",
                    schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "10")),
            @Parameter(
                    in = ParameterIn.QUERY,
                    name = "order",
                    description = "Which come first",
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"relevance", "newest"},
                                    defaultValue = "relevance"))
        })
@ApiResponse(
        responseCode = "200",
        description = "A page of hits",
        content = @Content(schema = @Schema(implementation = SearchResponse.class)))
@ApiResponse(
        responseCode = "400",
        description =
                "Nothing to search for, or a parameter is unknown, repeated or out of range; the problem says which")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface SearchOperation {}
