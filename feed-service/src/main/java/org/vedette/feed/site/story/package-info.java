/** A post as the pages print it, in lists and alone. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.story;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
