/** Telling who listens what happens to posts, as it happens. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
