/** A rebuild reads the topic of the posts from its beginning. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.versions.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
