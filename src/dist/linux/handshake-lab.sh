#!/bin/sh
# Starts Handshake Lab with its own Java.
program=$(readlink -f "$0")
home=${program%/bin/*}
# What somebody tells other programs in Java is not meant for this one.
unset JDK_JAVA_OPTIONS
# JavaFX sets these itself, but while other threads run; see EarlyStart.isSafe.
export GDK_BACKEND=x11 IBUS_ENABLE_SYNC_MODE=1
exec "$home/lib/runtime/bin/handshake-lab" @options@ --module @module@ "$@"
