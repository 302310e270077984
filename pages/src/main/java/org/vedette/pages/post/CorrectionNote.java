package org.vedette.pages.post;

/**
 * A note to readers about a change.
 *
 * @param date when it was made, as machines read it
 * @param day such as June 30, 2016
 * @param text plain text
 */
public record CorrectionNote(String date, String day, String text) {}
