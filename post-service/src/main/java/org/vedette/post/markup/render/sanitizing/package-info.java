/** Sanitizing of rendered HTML by an allow-list, and what is added to it afterwards. */
@CheckReturnValue
@NullMarked
package org.vedette.post.markup.render.sanitizing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
