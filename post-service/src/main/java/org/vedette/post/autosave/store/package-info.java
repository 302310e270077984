/** What was typed and not saved yet in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.post.autosave.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
