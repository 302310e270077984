package org.vedette.feed.content.web;

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

/** Describes the list of posts, which parses its parameters itself to report what is wrong with them. */
@Operation(
        summary = "Posts, newest first, a page at a time",
        parameters = {
            @Parameter(
                    in = ParameterIn.QUERY,
                    name = "limit",
                    description = "Posts on a page",
                    schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
            @Parameter(
                    in = ParameterIn.QUERY,
                    name = "cursor",
                    description = "\"next\" of the page before; leave it out for the first page"),
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
                    name = "fields",
                    description =
                            "Fields of a post, separated by commas; without it all but correction, corrections, html and text")
        })
@ApiResponse(
        responseCode = "200",
        description = "A page of posts",
        content = @Content(schema = @Schema(implementation = PostsView.class)))
@ApiResponse(
        responseCode = "400",
        description = "A parameter is unknown, repeated or out of range; the problem says which")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface PostsOperation {}
