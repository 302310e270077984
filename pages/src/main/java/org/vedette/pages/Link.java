package org.vedette.pages;

/**
 * A link to another page.
 *
 * @param text what it says
 * @param path where it leads
 */
public record Link(String text, String path) {}
