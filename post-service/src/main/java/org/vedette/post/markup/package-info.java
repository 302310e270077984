/** From Markdown to what readers and machines are given. */
@CheckReturnValue
@NullMarked
package org.vedette.post.markup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
