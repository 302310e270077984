/** The sitemaps and robots.txt over HTTP. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.crawlers.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
