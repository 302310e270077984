/** The sitemaps and robots.txt: which addresses there are, when they changed, and which ones crawlers must not read. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.crawlers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
