/** What those who write say to each other about a post. */
@CheckReturnValue
@NullMarked
package org.vedette.post.notes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
