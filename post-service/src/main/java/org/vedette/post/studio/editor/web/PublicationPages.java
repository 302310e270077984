package org.vedette.post.studio.editor.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.content.PostContent;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaService;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.preflight.Finding;
import org.vedette.post.studio.preflight.Preflight;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Builds the pages that say what will happen to a post, and ask once. */
@Component
final class PublicationPages {

    private final Preflight preflight;
    private final MediaService media;
    private final Scheduler rendering;
    private final EditorPages editor;
    private final Permalinks permalinks;
    private final SiteCalendar calendar;
    private final StudioPages pages;

    PublicationPages(
            Preflight preflight,
            MediaService media,
            Scheduler renderingScheduler,
            EditorPages editor,
            Permalinks permalinks,
            SiteCalendar calendar,
            StudioPages pages) {
        this.preflight = preflight;
        this.media = media;
        this.rendering = renderingScheduler;
        this.editor = editor;
        this.permalinks = permalinks;
        this.calendar = calendar;
        this.pages = pages;
    }

    /** The form of a post that nobody filled in yet; with its time for a post that has one. */
    PublicationForm form(Post post) {
        var revision = String.valueOf(post.revision().value());
        if (!(post instanceof Scheduled scheduled)) {
            return PublicationForm.empty(revision);
        }
        var schedule = scheduled.schedule();
        var at = calendar.at(schedule.publishAt());
        return new PublicationForm(
                revision,
                "",
                at.toLocalDate().toString(),
                calendar.time(schedule.publishAt()),
                at.getOffset().getId(),
                schedule.isQuiet(),
                false,
                "");
    }

    Instant time(PublicationForm form) {
        return SiteTimes.read(form, calendar.zone());
    }

    Mono<ResponseEntity<byte[]>> page(
            Post post, PublicationForm form, @Nullable FormErrors errors, Caller caller, ServerWebExchange exchange) {
        return findings(post.content())
                .map(findings -> view(post, form, errors, findings, caller, exchange))
                .map(view ->
                        pages.page(errors == null ? HttpStatus.OK : errors.status(), "studio/publication.jte", view));
    }

    private Mono<List<Finding>> findings(PostContent content) {
        return media.existing(MediaAddress.idsIn(content.body().markdown()))
                .flatMap(library -> Mono.fromSupplier(() -> preflight.check(content, library))
                        .subscribeOn(rendering));
    }

    /** Asks before a draft is deleted. */
    ResponseEntity<byte[]> deletion(Post post, Caller caller, ServerWebExchange exchange) {
        return pages.ok("studio/deletion.jte", view(post, form(post), null, List.of(), caller, exchange));
    }

    private PublicationPage view(
            Post post,
            PublicationForm form,
            @Nullable FormErrors errors,
            List<Finding> findings,
            Caller caller,
            ServerWebExchange exchange) {
        var title = post.content().title().value();
        return new PublicationPage(
                pages.layout(title, StudioPages.POSTS, caller, exchange),
                EditorPages.path(post),
                title,
                PostField.status(post),
                editor.facts(post),
                permalinks.of(post.slug()),
                post instanceof Scheduled scheduled && !scheduled.isWaiting() ? problem(scheduled) : null,
                findings,
                form.on(String.valueOf(post.revision().value())),
                errors == null ? null : message(errors),
                SiteTimes.offsets(form, calendar.zone()),
                zone());
    }

    private String zone() {
        var zone = calendar.zone();
        return zone.getRules().isFixedOffset()
                ? zone + ", without daylight saving"
                : zone + ", with daylight saving where it is in force on that day";
    }

    private static String problem(Scheduled post) {
        var reason = post.schedule().reason();
        return reason == null
                ? "Its time was missed by more than an hour: publish it now, or choose another time."
                : "It could not be published as scheduled. " + reason;
    }

    private static String message(FormErrors errors) {
        return errors.fields().isEmpty()
                ? errors.message()
                : errors.fields().entrySet().stream()
                        .map(PublicationPages::sentence)
                        .collect(Collectors.joining(" "));
    }

    private static String sentence(Map.Entry<String, String> field) {
        return "Field " + field.getKey() + ": " + field.getValue();
    }
}
