/** The post service: editors write, revise and publish posts. */
@CheckReturnValue
@NullMarked
package org.vedette.post;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
