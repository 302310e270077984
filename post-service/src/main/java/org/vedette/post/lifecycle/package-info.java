/** A post and the states that it passes through. */
@CheckReturnValue
@NullMarked
package org.vedette.post.lifecycle;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
