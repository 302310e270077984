/** What the person who starts the suite may set, and how they are told that something about it is wrong. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
