#!/bin/bash
# Drives stores, locations and the cache by Debian's glance client, as the administrator whose OS_* variables are set.
# The service needs two file stores and one of the web, image_cache_dir, and these settings; the script serves a file on that
# port of the loopback itself. Changing locations is tried where show_multiple_locations lets it.
#   [import_filtering_opts]
#   allowed_hosts = 127.0.0.1
#   allowed_ports = 80, 443, 9440        (another one: STORES_PORT)
# Ends at the first failure.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/image-steps.bash"

port=${STORES_PORT:-9440}
name="stores-e2e-$$"

mkdir "$folder/web"
head -c 3000001 /dev/urandom >"$folder/disk.raw"
cp "$folder/disk.raw" "$folder/web/disk.raw"
python3 -m http.server --bind 127.0.0.1 --directory "$folder/web" "$port" >/dev/null 2>&1 &
server=$!
formats=(--name "$name" --disk-format raw --container-format bare)
url="http://127.0.0.1:$port/disk.raw"

works glance stores-info
says '"default": "true"'
says '"read-only": "true"'
# The table breaks long values into lines.
ids=$(sed -nE 's/^\| (stores)? +\| (.*[^ ]) *\|$/\2/p' <<<"$output" | tr '\n' ' ')
default=$(sed -nE 's/.*\{"id": "([^"]+)"[^}]*"default".*/\1/p' <<<"$ids")
other=$(tr '}' '\n' <<<"$ids" | grep -Ev 'default|read-only' | sed -nE 's/.*"id": "([^"]+)".*/\1/p' | head -1)
works glance stores-info --detail
says '"type": "file"'
says '"type": "http"'

works glance image-create "${formats[@]}" --file "$folder/disk.raw"
says "stores +\| $default "
works glance image-create "${formats[@]}" --file "$folder/disk.raw" --store "$other"
says "stores +\| $other "
image=$(field id)
same "$image"
refused 'none|not a valid|400' glance image-create "${formats[@]}" --file "$folder/disk.raw" --store none

refused 403 glance stores-delete --store "$other" "$image"
works glance image-import --import-method copy-image --stores "$default" "$image"
becomes "stores +\| $other,$default" glance image-show "$image"
works glance stores-delete --store "$other" "$image"
works glance image-show "$image"
says "stores +\| $default "
same "$image"
refused 409 glance stores-delete --store none "$image"
refused 403 glance stores-delete --store "$other" "$image"

works glance image-create "${formats[@]}"
image=$(field id)
if grep -q '^| locations' <<<"$output"; then
  works glance location-add --url "$url" "$image"
  says 'status +\| active'
  says 'size +\| 3000001'
  same "$image"
  works glance location-update --url "$url" --metadata '{"shelf": "seven"}' "$image"
  says 'seven'
  refused 400 glance location-add --url "file:///etc/passwd" "$image"
  refused 403 glance location-delete --url "$url" "$image"
  works glance location-add --url "$url?again" "$image"
  works glance location-delete --url "$url?again" "$image"
  same "$image"
  works glance cache-delete "$image"
  works glance cache-queue "$image"
  becomes "$image.*(yes|\| 3000001)" glance cache-list
  same "$image"
fi

works glance image-create "${formats[@]}" --file "$folder/disk.raw"
image=$(field id)
works glance cache-clear --target both
works glance cache-queue "$image"
becomes "$image +\| cached" glance cache-list
works glance cache-delete "$image"
works glance cache-list
if grep -q "$image" <<<"$output"; then fail "$image is cached still"; fi
works glance cache-clear --target cache
works glance cache-clear --target queue
works glance cache-clear
echo "$passed passed, 0 failed"
