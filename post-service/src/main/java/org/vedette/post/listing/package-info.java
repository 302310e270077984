/** Lists of posts in any state, by filters and words. */
@CheckReturnValue
@NullMarked
package org.vedette.post.listing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
