/** The authors: which one each name in bylines stands for. */
@CheckReturnValue
@NullMarked
package org.vedette.post.authors;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
