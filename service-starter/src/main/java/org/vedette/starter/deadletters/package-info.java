/** A command for people who look after dead letters: lists, shows, replays and drops them. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.deadletters;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
