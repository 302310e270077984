/** What an editor hands in: texts, credits and labels, each of which refuses nonsense by itself. */
@CheckReturnValue
@NullMarked
package org.vedette.post.manuscript;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
