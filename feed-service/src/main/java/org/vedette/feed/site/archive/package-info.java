/** Posts by years and months. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.archive;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
