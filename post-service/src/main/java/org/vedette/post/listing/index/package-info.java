/** The index of posts, by Lucene. */
@CheckReturnValue
@NullMarked
package org.vedette.post.listing.index;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
