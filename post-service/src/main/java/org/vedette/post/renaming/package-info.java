/** Tags and names of authors under other words, in all posts that have them. */
@CheckReturnValue
@NullMarked
package org.vedette.post.renaming;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
