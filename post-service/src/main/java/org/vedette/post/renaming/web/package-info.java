/** The HTTP API of renamings. */
@CheckReturnValue
@NullMarked
package org.vedette.post.renaming.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
