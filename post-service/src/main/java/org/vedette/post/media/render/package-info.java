/** Checks, decodes and encodes pictures. */
@CheckReturnValue
@NullMarked
package org.vedette.post.media.render;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
