/** Publishes posts again whose public form changed without any change of their content. */
@CheckReturnValue
@NullMarked
package org.vedette.post.republishing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
