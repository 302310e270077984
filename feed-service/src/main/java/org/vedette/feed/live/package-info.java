/** Live events: what happens to posts, sent to clients as it happens. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
