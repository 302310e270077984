/** Rendering of Markdown to HTML and plain text. */
@CheckReturnValue
@NullMarked
package org.vedette.post.markup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
