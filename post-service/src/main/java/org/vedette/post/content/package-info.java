/** The content of a post as value types, each of which validates itself. */
@CheckReturnValue
@NullMarked
package org.vedette.post.content;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
