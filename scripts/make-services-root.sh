#!/usr/bin/env bash
# Makes the folder that tests start PostgreSQL with pgvector and Valkey from: a small Debian trixie, by debootstrap. It is made once, below
# the person's cache folder, and used by every later run; who comes while it is being made waits. Prints its path as the last line.
# Debian as root only. To be rid of it, delete the folder.
set -euo pipefail

RECIPE=1 # raise it when the packages or the steps below change; roots of another recipe are made anew

root=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/candor/trixie
making=$root.making

is_made() { [ "$(cat "$root/etc/candor-recipe" 2>/dev/null)" = "$RECIPE" ]; }

if is_made; then
  echo "$root"
  exit
fi

# Processes and mounts made below die with this namespace, however it ends; no mount is left inside a folder that is removed later.
if [ "${1:-}" != --in-own-namespace ]; then
  exec unshare --mount --pid --fork --kill-child --mount-proc --propagation private -- bash "${BASH_SOURCE[0]}" --in-own-namespace
fi

mkdir -p "$(dirname "$root")"
exec 9>"$root.lock"
flock 9
if is_made; then
  echo "$root"
  exit
fi

exec 3>&1 1>&2 # what the tools say is not the answer

mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' | awk '$1 ~ /^https?:.*\/debian\/$/ && $2 == "main" { print $1; exit }')
if [ -z "$mirror" ]; then
  echo "The apt sources of this machine name no Debian mirror."
  exit 1
fi

cat <<SENTENCE
Tests need PostgreSQL 17 with pgvector, and Valkey. They are installed now, once, into a folder of their own:
  $root   (about 600 MB, one to two minutes, from $mirror)
Of this machine only the package debootstrap is added, where it is missing.
SENTENCE

export DEBIAN_FRONTEND=noninteractive LC_ALL=C
if ! command -v debootstrap >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends debootstrap
fi

rm -rf --one-file-system "$root" "$making" # half-made ones too
trap 'umount -R -l "$making/proc" "$making/sys" "$making/dev" 2>/dev/null || true; rm -rf --one-file-system "$making"' EXIT

# What packages install as documentation is not needed, nor is any of it worth a flush to disk.
mkdir -p "$making/etc/dpkg/dpkg.cfg.d" "$making/etc/apt/apt.conf.d" "$making/etc/postgresql-common" "$making/usr/sbin"
printf '%s\n' force-unsafe-io 'path-exclude=/usr/share/doc/*' 'path-exclude=/usr/share/man/*' 'path-exclude=/usr/share/locale/*' \
  >"$making/etc/dpkg/dpkg.cfg.d/candor"
# The machine's own proxy and certificates lead to its mirror.
apt-config dump | grep -E '^Acquire::(http|https|Check-|Retries|ForceIPv)' >"$making/etc/apt/apt.conf.d/00machine" || true
# No server starts by being installed.
printf '#!/bin/sh\nexit 101\n' >"$making/usr/sbin/policy-rc.d"
chmod +x "$making/usr/sbin/policy-rc.d"
echo 'create_main_cluster = false' >"$making/etc/postgresql-common/createcluster.conf"

debootstrap --variant=minbase --include=ca-certificates trixie "$making" "$mirror"

if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
  cp -L /etc/ssl/certs/ca-certificates.crt "$making/etc/ssl/certs/ca-certificates.crt"
fi
cp -L /etc/resolv.conf "$making/etc/resolv.conf"
for folder in proc sys dev; do mount --rbind "/$folder" "$making/$folder"; done
chroot "$making" apt-get update -qq
chroot "$making" apt-get install -y -qq --no-install-recommends postgresql-17 postgresql-17-pgvector valkey-server
chroot "$making" apt-get clean
# Copying a fresh cluster is ten times faster than making one.
chroot "$making" runuser -u postgres -- /usr/lib/postgresql/17/bin/initdb --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
  --pgdata=/var/lib/postgresql/fresh
for folder in proc sys dev; do umount -R -l "$making/$folder"; done

echo "$RECIPE" >"$making/etc/candor-recipe"
mv "$making" "$root"
echo "$root" >&3
