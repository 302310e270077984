package org.vedette.feed.search.index.highlight;

/**
 * A place in a text that is what was sought.
 *
 * @param start where it begins
 * @param end where it ends
 * @param sought number of what it is
 */
record Mark(int start, int end, int sought) {}
