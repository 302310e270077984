package org.vedette.gateway.html;

/**
 * A page to be rendered.
 *
 * @param template file of the template
 * @param title what the page is called
 * @param view the parameter {@code page} of the template
 */
public record Page(String template, String title, Object view) {}
