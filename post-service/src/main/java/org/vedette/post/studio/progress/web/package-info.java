/** How publication goes on in the other services, read from them by HTTP. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.progress.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
