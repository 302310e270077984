/** Search indexes on the disk of an instance. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.index;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
