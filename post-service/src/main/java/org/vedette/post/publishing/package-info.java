/** The life of a post from draft to publication, and what the outside is told about it. */
@CheckReturnValue
@NullMarked
package org.vedette.post.publishing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
