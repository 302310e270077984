package org.vedette.events;

import java.time.Instant;

/**
 * A note to readers about a change of a published post.
 *
 * @param date when it was made, in milliseconds
 * @param text plain text, 1 to 2000 characters
 */
public record Correction(Instant date, String text) {}
