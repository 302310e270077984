package org.vedette.post.studio.editor.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.form.Option;
import org.vedette.post.authors.Author;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.autosave.AutosaveKey;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.requests.Caller;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.studio.history.web.ComparisonPart;
import org.vedette.post.studio.notes.web.NotesPanel;
import org.vedette.post.studio.notes.web.NotesPanels;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Builds the editor's pages. */
@Component
final class EditorPages {

    static final List<Option> LABELS = Arrays.stream(Tlp.values())
            .map(label -> new Option(label.label(), "TLP:" + label.label()))
            .toList();

    private final AuthorService authors;
    private final SeriesRegistry series;
    private final Permalinks permalinks;
    private final NotesPanels notes;
    private final SiteCalendar calendar;
    private final StudioPages pages;

    EditorPages(
            AuthorService authors,
            SeriesRegistry series,
            Permalinks permalinks,
            NotesPanels notes,
            SiteCalendar calendar,
            StudioPages pages) {
        this.authors = authors;
        this.series = series;
        this.permalinks = permalinks;
        this.notes = notes;
        this.calendar = calendar;
        this.pages = pages;
    }

    /**
     * What a page of the editor shows besides its form.
     *
     * @param post null for a new one
     * @param errors null for a form that was not refused
     * @param key under which what is typed is kept
     * @param unsavedSince when what the form has was typed and not saved; null for what is saved
     */
    record Content(
            @Nullable Post post,
            @Nullable String notice,
            @Nullable FormErrors errors,
            @Nullable ComparisonPart others,
            AutosaveKey key,
            @Nullable String unsavedSince) {

        Content(
                @Nullable Post post,
                @Nullable String notice,
                @Nullable FormErrors errors,
                @Nullable ComparisonPart others) {
            this(post, notice, errors, others, UnsavedChanges.key(post, Optional.empty()), null);
        }

        static Content of(@Nullable Post post) {
            return new Content(post, null, null, null);
        }

        Content on(AutosaveKey other) {
            return new Content(post, notice, errors, others, other, unsavedSince);
        }

        Content unsaved(AutosaveKey other, String since) {
            return new Content(post, notice, errors, others, other, since);
        }

        Content refused(FormErrors why, @Nullable ComparisonPart changes) {
            return new Content(post, notice, why, changes, key, unsavedSince);
        }
    }

    Mono<EditorPage> page(EditorForm form, Content content, Caller caller, ServerWebExchange exchange) {
        return suggestions(caller)
                .zipWith(notes(content.post(), caller))
                .map(found -> page(form, content, found.getT1(), found.getT2().orElse(null), caller, exchange));
    }

    /** The names in bylines; none for authors, who do not read all posts. */
    private Mono<List<String>> suggestions(Caller caller) {
        if (!caller.isEditor()) {
            return Mono.just(List.of());
        }
        return authors.all()
                .map(all -> all.stream()
                        .map(Author::names)
                        .flatMap(List::stream)
                        .sorted()
                        .toList())
                // Suggestions are no reason to keep anybody from writing.
                .onErrorReturn(List.of());
    }

    /** Whoever may not read them, such as an author of another post, sees none. */
    private Mono<Optional<NotesPanel>> notes(@Nullable Post post, Caller caller) {
        return Mono.justOrEmpty(post)
                .flatMap(known -> notes.of(known.id(), caller))
                .map(Optional::of)
                .onErrorReturn(Optional.empty())
                .defaultIfEmpty(Optional.empty());
    }

    private EditorPage page(
            EditorForm form,
            Content content,
            List<String> names,
            @Nullable NotesPanel panel,
            Caller caller,
            ServerWebExchange exchange) {
        var post = content.post();
        var errors = content.errors();
        var title = post == null ? "New post" : post.content().title().value();
        return new EditorPage(
                pages.layout(title, StudioPages.POSTS, caller, exchange),
                path(post),
                post == null ? null : PostField.status(post),
                post == null ? null : facts(post),
                post == null ? null : permalinks.of(post.slug()),
                content.notice(),
                errors == null ? null : errors.message(),
                errors == null ? Map.of() : errors.fields(),
                form,
                content.others(),
                series.all().stream()
                        .map(each -> new Option(each.slug(), each.title()))
                        .toList(),
                LABELS,
                names,
                MediaAddress.stillIn(form.body()),
                post != null && PostField.isReady(post),
                panel,
                content.key().value(),
                content.unsavedSince(),
                caller.isEditor(),
                StudioPages.token(exchange));
    }

    static String path(@Nullable Post post) {
        return post == null ? StudioPages.POSTS + "/new" : StudioPages.POSTS + "/" + post.id();
    }

    String facts(Post post) {
        if (post instanceof Draft draft) {
            return draft.isReady()
                    ? "Draft, ready for review: an editor publishes it."
                    : "Draft: only people who write here see it.";
        }
        if (post instanceof Scheduled scheduled) {
            return "Scheduled for " + calendar.minute(scheduled.schedule().publishAt()) + ".";
        }
        if (post instanceof Withdrawn withdrawn) {
            return "Withdrawn " + calendar.minute(withdrawn.withdrawnAt()) + ".";
        }
        return "Published " + calendar.minute(((Published) post).publishedAt()) + ": what you save is public at once.";
    }
}
