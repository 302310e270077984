/** The formats of the files that posts are imported from. */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports.formats;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
