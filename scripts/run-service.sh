#!/usr/bin/env bash
# Runs one server out of the services root on 127.0.0.1, data in memory, for as long as its standard input stays open. Process 1 of a
# namespace of its own: when it ends, or is killed with whoever started it, so do the server, its data and every mount.
#   unshare --mount --pid --fork --kill-child --propagation private -- bash run-service.sh ROOT postgres|valkey PORT
# Says `ready` when the server answers, then takes one word a line and says `done` to each:
#   kill (the server, as by kill -9) · start (again, on the same port; PostgreSQL with its data) · pause · resume
set -euo pipefail

root=$1 service=$2 port=$3

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/run"

start() {
  case $service in
    postgres)
      rm -f "$root/run/data/postmaster.pid" # a killed server leaves it, and its number may be another's by now
      chroot "$root" runuser -u postgres -- /usr/lib/postgresql/17/bin/pg_ctl --pgdata=/run/data --log=/run/postgres.log --wait --silent \
        --options="-p $port -k /run -c listen_addresses=127.0.0.1 -c max_connections=200 -c timezone=UTC -c log_timezone=UTC" start
      ;;
    valkey)
      chroot "$root" runuser -u valkey -- valkey-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no --dir /run \
        --daemonize yes >/dev/null
      until [ "$(chroot "$root" valkey-cli -p "$port" ping 2>/dev/null)" = PONG ]; do sleep 0.02; done
      ;;
  esac
}

# Signals everything in the namespace but this process.
signal_all() { kill "-$1" -1 2>/dev/null; }

if [ "$service" = postgres ]; then cp -a "$root/var/lib/postgresql/fresh" "$root/run/data"; fi
start >&2
echo ready

while read -r word; do
  case $word in
    kill) while signal_all KILL; do sleep 0.01; done ;;
    start) start >&2 ;;
    pause) signal_all STOP ;;
    resume) signal_all CONT ;;
  esac
  echo done
done
