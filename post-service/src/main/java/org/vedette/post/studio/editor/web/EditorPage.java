package org.vedette.post.studio.editor.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;
import org.vedette.post.studio.history.web.ComparisonPart;
import org.vedette.post.studio.notes.web.NotesPanel;

/**
 * The editor of a post.
 *
 * @param action where its form is sent
 * @param state of the post in lower case; null for a new one
 * @param facts what is known about the post, such as where it is published
 * @param notice what came of the last request; null for nothing to say
 * @param error what is wrong as a whole; null for nothing
 * @param errors what is wrong with fields, by their names
 * @param others what somebody else changed meanwhile; null for nothing
 * @param authors names for bylines
 * @param pictures addresses of the pictures in the text, one of which can be shown with links
 * @param isReady whether it waits for an editor to publish it
 * @param notes what those who write say to each other; null where the person may not read it
 * @param autosaveKey under which what is typed is kept
 * @param unsavedSince when what the form has was typed and not saved; null for what is saved
 * @param canPublish whether the person may publish and take back
 * @param token what scripts send with a request
 */
public record EditorPage(
        ApplicationLayout layout,
        String action,
        @Nullable String state,
        @Nullable String facts,
        @Nullable String permalink,
        @Nullable String notice,
        @Nullable String error,
        Map<String, String> errors,
        EditorForm form,
        @Nullable ComparisonPart others,
        List<Option> series,
        List<Option> labels,
        List<String> authors,
        List<String> pictures,
        boolean isReady,
        @Nullable NotesPanel notes,
        String autosaveKey,
        @Nullable String unsavedSince,
        boolean canPublish,
        String token) {

    private static final List<String> SHARING =
            List.of("canonicalUrl", "metaTitle", "metaDescription", "excerpt", "sharingImage");

    public EditorPage {
        errors = Map.copyOf(errors);
        series = List.copyOf(series);
        labels = List.copyOf(labels);
        authors = List.copyOf(authors);
        pictures = List.copyOf(pictures);
    }

    /** What is wrong with a field; null for nothing. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** The value of {@code aria-invalid} of a field; null for a valid one. */
    public @Nullable String invalid(String field) {
        return errors.containsKey(field) ? "true" : null;
    }

    /** Whether the part for search engines and sharing is open: it has something, or something in it is wrong. */
    public boolean isSharingOpen() {
        return !form.sharing().isEmpty() || SHARING.stream().anyMatch(errors::containsKey);
    }

    public boolean isNew() {
        return state == null;
    }

    public boolean isDraft() {
        return "draft".equals(state);
    }

    /** Whether its readers were told of a text that may need a correction. */
    public boolean takesCorrections() {
        return "published".equals(state) || "withdrawn".equals(state);
    }

    /** What leads to its publication, or takes it back. */
    public String publicationButton() {
        if (state == null || state.equals("draft")) {
            return "Save and publish…";
        }
        return switch (state) {
            case "scheduled" -> "Save and see the schedule…";
            case "published" -> "Save and withdraw…";
            default -> "Save and publish again…";
        };
    }
}
