/** The comparison of texts, by java-diff-utils. */
@CheckReturnValue
@NullMarked
package org.vedette.post.revisions.render;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
