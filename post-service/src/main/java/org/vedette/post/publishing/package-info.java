/** The states of a post from draft to publication, and the use cases of its editors. */
@CheckReturnValue
@NullMarked
package org.vedette.post.publishing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
