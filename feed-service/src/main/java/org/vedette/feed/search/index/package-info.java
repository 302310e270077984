/** The index of posts in Lucene, on disk. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.search.index;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
