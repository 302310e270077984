package org.vedette.post.studio.editor.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;
import org.vedette.post.studio.preflight.Finding;

/**
 * The page on which a post is published, scheduled or taken back.
 *
 * @param path of the editor
 * @param state in lower case
 * @param facts what is known about the post
 * @param permalink where its readers find it
 * @param scheduleProblem why it was not published by its schedule; null when nothing is wrong
 * @param findings what the checks found
 * @param form what was typed
 * @param error what is wrong with it; null for nothing
 * @param offsets of a time that comes twice; empty for any other
 * @param zone of the times, with what is to be known about daylight saving
 */
public record PublicationPage(
        ApplicationLayout layout,
        String path,
        String title,
        String state,
        String facts,
        String permalink,
        @Nullable String scheduleProblem,
        List<Finding> findings,
        PublicationForm form,
        @Nullable String error,
        List<Option> offsets,
        String zone) {

    public PublicationPage {
        findings = List.copyOf(findings);
        offsets = List.copyOf(offsets);
    }

    public boolean isUnpublished() {
        return state.equals("draft") || state.equals("scheduled");
    }
}
