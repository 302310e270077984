/** The front page and the pages of posts. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.post;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
