/** The order of all posts, kept in memory: what every list, feed and archive is made of. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.timeline;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
