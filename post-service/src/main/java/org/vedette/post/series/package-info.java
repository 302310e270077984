/** The series a post may belong to. */
@CheckReturnValue
@NullMarked
package org.vedette.post.series;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
