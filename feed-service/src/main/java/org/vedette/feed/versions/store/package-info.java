/** ProjectionVersions in MongoDB: a collection each, and one document that says which is which. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.versions.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
