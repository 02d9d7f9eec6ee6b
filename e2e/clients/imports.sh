#!/bin/bash
# Drives imports and tasks by Debian's glance and openstack clients, as the administrator whose OS_* variables are set.
# The service needs at least two stores and these settings; the script serves files on that port of the loopback itself:
#   [import_filtering_opts]
#   allowed_hosts = 127.0.0.1
#   allowed_ports = 80, 443, 9439        (another one: IMPORT_PORT)
# Ends at the first failure.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/image-steps.bash"

port=${IMPORT_PORT:-9439}
name="import-e2e-$$"

# shows IMAGE PATTERN: waits until the image's table fits.
shows() {
  becomes "$2" glance image-show --max-column-width 500 "$1"
}

head -c 3000001 /dev/urandom >"$folder/disk.raw"
echo small >"$folder/small.raw"
python3 -m http.server --bind 127.0.0.1 --directory "$folder" "$port" >/dev/null 2>&1 &
server=$!
formats=(--name "$name" --disk-format raw --container-format bare)

works glance import-info
says 'web-download.*copy-image'
works glance stores-info
says 'id'

works glance image-create-via-import "${formats[@]}" --file "$folder/disk.raw"
direct=$(field id)
shows "$direct" 'status +\| active'
says 'size +\| 3000001'
says 'os_glance_failed_import'
same "$direct"
works glance image-tasks "$direct"
says 'success'

works glance image-create "${formats[@]}"
staged=$(field id)
works glance image-stage --file "$folder/disk.raw" "$staged"
shows "$staged" 'status +\| uploading'
refused 409 glance image-stage --file "$folder/small.raw" "$staged"
refused '409|uploading|status' glance image-import --import-method web-download --uri "http://127.0.0.1:$port/disk.raw" "$staged"
works glance image-import --import-method glance-direct "$staged"
shows "$staged" 'status +\| active'
same "$staged"

works glance image-create-via-import "${formats[@]}" --import-method web-download --uri "http://127.0.0.1:$port/disk.raw"
web=$(field id)
shows "$web" 'status +\| active'
same "$web"

works glance image-create "${formats[@]}"
missing=$(field id)
refused '400|does not pass' glance image-import --import-method web-download --uri http://169.254.169.254/latest "$missing"
refused '400|does not pass' glance image-import --import-method web-download --uri ftp://127.0.0.1/disk.raw "$missing"
works glance image-import --import-method web-download --uri "http://127.0.0.1:$port/nowhere" "$missing"
shows "$missing" 'os_glance_failed_import +\| [a-z]+'
says 'status +\| queued'
works glance image-tasks "$missing"
says failure
works glance image-import --import-method web-download --uri "http://127.0.0.1:$port/disk.raw" "$missing"
shows "$missing" 'status +\| active'

works glance image-import --import-method copy-image --all-stores True "$web"
shows "$web" 'stores +\| [a-z]+,[a-z]+'
says 'status +\| active'
works glance image-create-via-import "${formats[@]}" --file "$folder/disk.raw" --all-stores True --allow-failure False
shows "$(field id)" 'stores +\| [a-z]+,[a-z]+'

works glance task-create --type import --input "{\"import_from\": \"http://127.0.0.1:$port/disk.raw\", \"import_from_format\": \"raw\", \"image_properties\": {\"name\": \"$name\", \"container_format\": \"bare\"}}"
task=$(field id)
works glance task-list
says "$task"
for _ in $(seq 60); do
  works glance task-show "$task"
  if [ "$(field status)" = success ]; then break; fi
  sleep 0.5
done
says 'status +\| success'
says image_id
refused '400' glance task-create --type import --input '{"import_from": "file:///etc/passwd", "import_from_format": "raw", "image_properties": {}}'
refused '404|No task' glance task-show 00000000-0000-4000-8000-000000000000

works openstack image create --import --file "$folder/disk.raw" --disk-format raw --container-format bare "$name" -f value -c id
shows "$output" 'status +\| active'
echo "$passed passed, 0 failed"
