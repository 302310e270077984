/**
 * A store that speaks MongoDB's wire protocol, running in this process and keeping its data in one file.
 */
@CheckReturnValue
@NullMarked
package org.vedette.embedded.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
