/** Exports of Ghost. */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports.formats.ghost;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
