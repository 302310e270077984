/** The page on which readers find posts by their words. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.finding;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
