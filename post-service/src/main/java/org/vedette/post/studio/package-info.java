/** What editors work with beyond the API: the rhythm of series, and checks before publication. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
