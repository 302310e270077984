/** The search page. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
