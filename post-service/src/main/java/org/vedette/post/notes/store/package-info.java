/** The notes on posts in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.post.notes.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
