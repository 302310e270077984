/** One change of many posts. */
@CheckReturnValue
@NullMarked
package org.vedette.post.bulk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
