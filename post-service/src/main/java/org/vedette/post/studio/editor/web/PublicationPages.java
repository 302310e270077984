package org.vedette.post.studio.editor.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.content.InvalidValueException;
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

    private static final String THIS = "This ";
    private static final Map<String, String> NAMES =
            Map.of("publishAt", "time", "body", "text", "sharingImage", "picture shown with links", "tlp", "label");

    private final Preflight preflight;
    private final MediaService media;
    private final Scheduler rendering;
    private final EditorPages editor;
    private final Permalinks permalinks;
    private final SiteCalendar calendar;
    private final Clock clock;
    private final StudioPages pages;

    PublicationPages(
            Preflight preflight,
            MediaService media,
            Scheduler renderingScheduler,
            EditorPages editor,
            Permalinks permalinks,
            SiteCalendar calendar,
            Clock clock,
            StudioPages pages) {
        this.preflight = preflight;
        this.media = media;
        this.rendering = renderingScheduler;
        this.editor = editor;
        this.permalinks = permalinks;
        this.calendar = calendar;
        this.clock = clock;
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
                "",
                false);
    }

    /** The time of a schedule, which must be to come; the minute that has begun is not over yet. */
    Instant time(PublicationForm form) {
        var time = SiteTimes.read(form, calendar.zone());
        if (time.isBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES))) {
            throw new InvalidValueException(
                    "This time is over, and nothing was published. Choose one that is to come, or publish"
                            + " the post now.");
        }
        return time;
    }

    Mono<ResponseEntity<byte[]>> page(
            Post post, PublicationForm form, @Nullable FormErrors errors, Caller caller, ServerWebExchange exchange) {
        return findings(post.content())
                .map(findings -> view(post, form, errors, findings, caller, exchange))
                .map(view ->
                        pages.page(errors == null ? HttpStatus.OK : errors.status(), "studio/publication.jte", view));
    }

    private Mono<List<Finding>> findings(PostContent content) {
        var pictures = content.body().markdown() + "\n"
                + content.metadata().imageAddress().orElse("");
        return media.existing(MediaAddress.idsIn(pictures))
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

    /** What is said beside a field of the editor begins with This. */
    private static String sentence(Map.Entry<String, String> field) {
        var name = NAMES.getOrDefault(field.getKey(), field.getKey());
        return field.getValue().startsWith(THIS)
                ? "The " + name + field.getValue().substring(THIS.length() - 1)
                : field.getValue();
    }
}
