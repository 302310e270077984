package org.vedette.pages.form;

/**
 * One of the values that a field with choices takes.
 *
 * @param value what the form sends
 * @param text what people read
 */
public record Option(String value, String text) {}
