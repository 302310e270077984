/** Publishes posts when their time has come. */
@CheckReturnValue
@NullMarked
package org.vedette.post.scheduling;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
