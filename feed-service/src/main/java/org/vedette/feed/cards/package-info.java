/** The pictures that programs show with a link to a page of the blog. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.cards;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
