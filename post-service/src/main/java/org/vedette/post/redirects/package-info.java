/** Old addresses of earlier blogs, and where they lead. */
@CheckReturnValue
@NullMarked
package org.vedette.post.redirects;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
