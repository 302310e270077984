/** Redirects in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.post.redirects.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
