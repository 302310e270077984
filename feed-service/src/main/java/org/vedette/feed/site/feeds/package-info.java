/** The page that explains the feeds. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.feeds;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
