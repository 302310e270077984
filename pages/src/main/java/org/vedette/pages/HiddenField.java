package org.vedette.pages;

/** A value that a form sends and does not show. */
public record HiddenField(String name, String value) {}
