/** The imprint and the privacy page. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.legal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
