/** Bringing subscribers along from files of this and other systems. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.operators.imports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
