/** Finding posts by what they say: words, phrases and indicators in any spelling. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
