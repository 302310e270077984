package org.vedette.pages.post;

/**
 * A TLP label that readers must see.
 *
 * @param text such as TLP:AMBER+STRICT
 * @param style such as amber-strict
 */
public record TlpLabel(String text, String style) {}
