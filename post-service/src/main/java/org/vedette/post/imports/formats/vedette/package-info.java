/** Exports of Vedette itself. */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports.formats.vedette;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
