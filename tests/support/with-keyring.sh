#!/usr/bin/env bash
# SPDX-FileCopyrightText: Falconer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command under a session bus, home and keyring of its own: with-keyring.sh COMMAND...
set -euo pipefail

if [ "${1:-}" != --inside ]; then
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    mkdir -m 700 "$scratch/home" "$scratch/run"
    env -u DISPLAY -u WAYLAND_DISPLAY HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/run" \
        XDG_DATA_HOME="$scratch/home/.local/share" FALCONER_TEST_KEYRING=1 \
        dbus-run-session -- "$0" --inside "$@"
    exit
fi
shift

# Any word unlocks, no byte at all does not. The daemon outlives the bus: it is ended by its number.
bus=(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus)
printf '\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
for _ in {1..100}; do
    "${bus[@]}" org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true && break
    sleep 0.1
done
keyring=$("${bus[@]}" org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets |
    awk '{ print $2 }')
trap 'kill "$keyring"' EXIT
"$@"
