/** The page of authors. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.authors.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
