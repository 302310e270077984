/** The API of the authors. */
@CheckReturnValue
@NullMarked
package org.vedette.post.authors.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
