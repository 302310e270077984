/** Vocabulary for telling what failed and whether trying again can help. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.failures;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
