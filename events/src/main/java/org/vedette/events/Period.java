package org.vedette.events;

import java.time.LocalDate;

/**
 * The dates an issue of a series covers.
 *
 * @param from first day
 * @param to last day, not before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {}
