/** Markup by CommonMark, made harmless by an allow-list. */
@CheckReturnValue
@NullMarked
package org.vedette.post.markup.render;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
