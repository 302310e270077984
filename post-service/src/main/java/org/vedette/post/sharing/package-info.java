/** Links by which somebody outside reads a post before it is published. */
@CheckReturnValue
@NullMarked
package org.vedette.post.sharing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
