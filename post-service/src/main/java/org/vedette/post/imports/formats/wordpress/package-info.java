/** Exports of WordPress (WXR). */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports.formats.wordpress;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
