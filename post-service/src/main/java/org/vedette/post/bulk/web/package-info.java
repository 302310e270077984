/** The HTTP API that changes many posts. */
@CheckReturnValue
@NullMarked
package org.vedette.post.bulk.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
