/** The links to previews in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.post.sharing.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
