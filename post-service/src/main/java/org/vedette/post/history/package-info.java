/** The revisions of posts: who changed what, and when. */
@CheckReturnValue
@NullMarked
package org.vedette.post.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
