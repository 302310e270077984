/** The series in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.post.series.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
