/** Addresses of earlier blogs, and where they lead. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.redirects;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
