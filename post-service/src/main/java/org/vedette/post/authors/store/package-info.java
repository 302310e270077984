/** The names of authors in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.post.authors.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
