package org.vedette.post.studio.bulk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.form.Option;
import org.vedette.post.bulk.BulkResult;
import org.vedette.post.bulk.BulkResult.Outcome;
import org.vedette.post.bulk.BulkService;
import org.vedette.post.bulk.web.BulkRequest;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.bulk.web.BulkPage.ChosenPost;
import org.vedette.post.studio.web.StudioPages;
import org.vedette.starter.problems.ProblemHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes the posts that were ticked in the list, after it said what will happen. */
@RestController
final class BulkPageController {

    private static final List<Option> LABELS = Arrays.stream(Tlp.values())
            .map(label -> new Option(label.label(), "TLP:" + label.label()))
            .toList();
    private static final List<String> ACTIONS = List.of("addTags", "removeTags", "label", "withdraw");

    private final BulkService bulk;
    private final PublishingService publishing;
    private final ProblemHandler problems;
    private final StudioPages pages;

    BulkPageController(BulkService bulk, PublishingService publishing, ProblemHandler problems, StudioPages pages) {
        this.bulk = bulk;
        this.publishing = publishing;
        this.problems = problems;
        this.pages = pages;
    }

    @PostMapping(StudioPages.POSTS + "/bulk")
    Mono<ResponseEntity<byte[]>> change(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData().map(BulkForm::of).flatMap(form -> {
            var missing = missing(form);
            return form.isConfirmed() && missing == null
                    ? confirmed(form, caller, exchange)
                    : page(HttpStatus.OK, form, missing, List.of(), caller, exchange);
        });
    }

    private static @Nullable String missing(BulkForm form) {
        if (form.posts().isEmpty()) {
            return "Tick at least one post in the list, and say again what is to be done.";
        }
        return ACTIONS.contains(form.action()) ? null : "Choose what is to be done with the posts that you ticked.";
    }

    private Mono<ResponseEntity<byte[]>> confirmed(BulkForm form, Caller caller, ServerWebExchange exchange) {
        BulkRequest.Read read;
        try {
            read = form.request().read(caller);
        } catch (InvalidPostException invalid) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, form, message(invalid), List.of(), caller, exchange);
        }
        return bulk.change(read.posts(), read.change(), read.edit())
                .flatMap(results -> page(HttpStatus.OK, form, null, results, caller, exchange));
    }

    private static String message(InvalidPostException invalid) {
        return invalid.errors().stream().map(BulkPageController::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(FieldError error) {
        return "The field " + error.field() + " " + error.message() + ".";
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatusCode status,
            BulkForm form,
            @Nullable String error,
            List<BulkResult> results,
            Caller caller,
            ServerWebExchange exchange) {
        var byId = results.stream().collect(Collectors.toMap(BulkResult::id, Function.identity()));
        return Flux.fromIterable(form.posts())
                .take(BulkService.MAX)
                .flatMapIterable(text -> PostId.of(text).stream().toList())
                .concatMap(id -> chosen(id, byId, caller, exchange))
                .collectList()
                .map(posts -> pages.page(
                        status,
                        "studio/bulk.jte",
                        new BulkPage(
                                pages.layout("Change posts", StudioPages.POSTS, caller, exchange),
                                form,
                                error,
                                unreadable(Math.min(form.posts().size(), BulkService.MAX) - posts.size()),
                                posts,
                                LABELS,
                                results.isEmpty() ? null : summary(results))));
    }

    private static @Nullable String unreadable(int count) {
        return switch (count) {
            case 0 -> null;
            case 1 ->
                "1 of the posts that you ticked does not exist any more, or is not for you to read: it is left out.";
            default ->
                count
                        + " of the posts that you ticked do not exist any more, or are not for you to read: they are left out.";
        };
    }

    /** A post that cannot be read any more is left out, unless there is something to say about it. */
    private Mono<ChosenPost> chosen(
            PostId id, Map<PostId, BulkResult> results, Caller caller, ServerWebExchange exchange) {
        var result = results.get(id);
        return publishing
                .find(id, caller)
                .map(post -> row(post, result, exchange))
                .onErrorResume(unreadable -> result == null
                        ? Mono.empty()
                        : Mono.just(new ChosenPost(
                                id.toString(),
                                StudioPages.POSTS + "/" + id,
                                id.toString(),
                                "",
                                words(result, exchange),
                                true)));
    }

    private ChosenPost row(Post post, @Nullable BulkResult result, ServerWebExchange exchange) {
        return new ChosenPost(
                post.id().toString(),
                StudioPages.POSTS + "/" + post.id(),
                post.content().title().value(),
                PostField.status(post) + ", TLP:" + post.content().tlp().label(),
                result == null ? null : words(result, exchange),
                result != null && result.outcome() == Outcome.REFUSED);
    }

    private String words(BulkResult result, ServerWebExchange exchange) {
        var refusal = result.refusal();
        if (refusal != null) {
            return "Not changed: "
                    + (refusal instanceof InvalidPostException invalid
                            ? message(invalid)
                            : problems.problem(exchange, refusal).detail());
        }
        return result.outcome() == Outcome.CHANGED ? "Changed." : "It was so already.";
    }

    private static String summary(List<BulkResult> results) {
        var changed = results.stream()
                .filter(each -> each.outcome() == Outcome.CHANGED)
                .count();
        var refused = results.stream()
                .filter(each -> each.outcome() == Outcome.REFUSED)
                .count();
        return "Changed " + changed + " of " + results.size()
                + (refused == 0 ? "." : "; " + refused + " could not be.");
    }
}
