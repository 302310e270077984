/** How documents and keys are encoded in the file of the store. */
@CheckReturnValue
@NullMarked
package org.vedette.embedded.store.encoding;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
