/** Projection versions of the read model: the one that is served, the one that is being rebuilt, those that are retired. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.projection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
