/** Entries in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.entries.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
