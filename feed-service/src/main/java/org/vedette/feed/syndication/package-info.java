/** The feeds: their entries, their titles and the times of publication. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.syndication;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
