/** Renamings in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.post.renaming.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
