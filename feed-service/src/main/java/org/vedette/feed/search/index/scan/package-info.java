/** Reads words and indicators out of text, in any spelling and in linear time. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.search.index.scan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
