/** The pages that list every series, tag and author. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.indexes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
