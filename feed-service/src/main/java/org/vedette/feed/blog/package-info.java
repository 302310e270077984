/** The blog as its owners configured it: its name, its public addresses, its calendar. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.blog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
