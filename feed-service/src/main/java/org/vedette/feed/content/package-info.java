/** The blog as data: posts in pages that stay put while new ones come. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.content;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
