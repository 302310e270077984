/** Imports in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
