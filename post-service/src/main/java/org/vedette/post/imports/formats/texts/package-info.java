/** What readers of all formats have in common. */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports.formats.texts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
