/** Projection versions in MongoDB: a collection each, and one registry. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.projection.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
