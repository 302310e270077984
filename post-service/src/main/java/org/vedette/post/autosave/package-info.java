/** What people typed and did not save yet, kept for each of them alone. */
@CheckReturnValue
@NullMarked
package org.vedette.post.autosave;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
