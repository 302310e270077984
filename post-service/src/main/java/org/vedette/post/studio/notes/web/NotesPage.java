package org.vedette.post.studio.notes.web;

import org.vedette.pages.ApplicationLayout;

/**
 * The notes on a post on a page of their own.
 *
 * @param path of the editor
 */
public record NotesPage(ApplicationLayout layout, String path, String title, NotesPanel notes) {}
