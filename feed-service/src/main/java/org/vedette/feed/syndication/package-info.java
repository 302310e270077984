/** The feeds: what they carry, what they are called and when it was said to be published. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.syndication;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
