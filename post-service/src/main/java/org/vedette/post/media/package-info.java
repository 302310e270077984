/** The pictures of posts: uploads, the files that are made of them, and where they are used. */
@CheckReturnValue
@NullMarked
package org.vedette.post.media;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
