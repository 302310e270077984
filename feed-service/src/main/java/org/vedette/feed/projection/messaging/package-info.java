/** Reads the topic of the posts: event by event as they come, and as a whole for a rebuild. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.projection.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
