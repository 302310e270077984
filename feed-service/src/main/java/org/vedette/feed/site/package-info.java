/** The pages for readers: what they have in common. Their view records hold text that templates print as it is. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
