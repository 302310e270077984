/** Who asks for a change, and what they say about it. */
@CheckReturnValue
@NullMarked
package org.vedette.post.requests;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
