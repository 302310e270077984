/** Rendering with CommonMark, sanitized by an allow-list. */
@CheckReturnValue
@NullMarked
package org.vedette.post.markup.render;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
