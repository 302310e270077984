/** Long lists of posts, a page of them at a time. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.lists;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
