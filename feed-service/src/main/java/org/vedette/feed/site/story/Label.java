package org.vedette.feed.site.story;

/**
 * A TLP label that readers must see.
 *
 * @param words such as TLP:AMBER+STRICT
 * @param style such as amber-strict
 */
public record Label(String words, String style) {}
