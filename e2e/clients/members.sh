#!/bin/bash
# Drives sharing, deactivation and quotas by Debian's glance and openstack clients, as the administrator whose OS_* variables
# are set. Ends at the first failure.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

suffix="e2e-$$"
owner="owner-$suffix" friend="friend-$suffix" image="shared-$suffix"
passed=0 image_id=-none-
errors=$(mktemp) data=$(mktemp)
echo 'some bytes' >"$data"
as_admin=("OS_USERNAME=$OS_USERNAME" "OS_PASSWORD=$OS_PASSWORD" "OS_PROJECT_NAME=$OS_PROJECT_NAME")
as_owner=("OS_USERNAME=$owner" "OS_PASSWORD=secret-of-$owner" "OS_PROJECT_NAME=$owner")
as_friend=("OS_USERNAME=$friend" "OS_PASSWORD=secret-of-$friend" "OS_PROJECT_NAME=$friend")

# works WHO WORDS…: the command must succeed. Its output is left in $output.
works() {
  local -n who=$1
  shift
  output=$(env "${who[@]}" "$@" 2>"$errors") || fail "$*"
  done_step "$*"
}

# refused WHO PATTERN WORDS…: the command must fail with a message that fits.
refused() {
  local -n who=$1
  local pattern=$2
  shift 2
  if env "${who[@]}" "$@" >"$errors" 2>&1; then fail "$* was not refused"; fi
  grep -Eq -- "$pattern" "$errors" || fail "$*: expected \"$pattern\""
  done_step "refused: $*"
}

clean() {
  env "${as_admin[@]}" openstack image delete "$image_id" >/dev/null 2>&1 || true
  for name in "$owner" "$friend"; do
    env "${as_admin[@]}" openstack user delete "$name" >/dev/null 2>&1 || true
    env "${as_admin[@]}" openstack project delete "$name" >/dev/null 2>&1 || true
  done
  rm -f "$errors" "$data"
}
trap clean EXIT

for name in "$owner" "$friend"; do
  works as_admin openstack project create "$name" -f value -c id
  [[ $name = "$owner" ]] || friend_id=$output
  works as_admin openstack user create --project "$name" --password "secret-of-$name" "$name"
  works as_admin openstack role add --user "$name" --project "$name" member
done

works as_owner openstack image create --disk-format raw --container-format bare --file "$data" --shared "$image" -f value -c id
image_id=$output
works as_owner glance member-create "$image_id" "$friend_id"
says "$friend_id +\| pending"
works as_owner glance member-list --image-id "$image_id"
says "$friend_id +\| pending"
refused as_owner 409 glance member-create "$image_id" "$friend_id"
refused as_owner 403 glance member-update "$image_id" "$friend_id" accepted
works as_friend openstack image show "$image_id" -f value -c status
says active
works as_friend glance image-list
lacks "$image_id"
works as_friend glance image-list --visibility shared --member-status pending
says "$image_id"
works as_friend glance member-update "$image_id" "$friend_id" accepted
says "$friend_id +\| accepted"
works as_friend glance member-get "$image_id" "$friend_id"
says accepted
works as_friend glance image-list
says "$image_id"
refused as_friend 403 glance member-delete "$image_id" "$friend_id"
works as_owner glance member-delete "$image_id" "$friend_id"
refused as_friend 'No Image found' openstack image show "$image_id"

works as_owner openstack image add project "$image_id" "$friend_id" -f value -c status
says pending
works as_friend openstack image list --shared --member-status pending -f value -c ID
says "$image_id"
works as_friend openstack image set --accept "$image_id"
works as_owner openstack image member list "$image_id" -f value
says "$friend_id accepted"
works as_friend openstack image set --reject "$image_id"
works as_friend openstack image list -f value -c ID
lacks "$image_id"
works as_friend openstack image set --pending "$image_id"
works as_admin openstack image member list "$image_id" -f value
says "$friend_id pending"

works as_owner glance image-deactivate "$image_id"
works as_owner glance image-show "$image_id"
says 'status +\| deactivated'
refused as_owner 403 glance image-download --file "$data.owner" "$image_id"
works as_admin glance image-download --file "$data" "$image_id"
refused as_friend 403 glance image-reactivate "$image_id"
works as_owner glance image-reactivate "$image_id"
works as_owner openstack image set --deactivate "$image_id"
works as_owner openstack image show "$image_id" -f value -c status
says deactivated
works as_owner openstack image set --activate "$image_id"
works as_friend openstack image save --file "$data" "$image_id"
[[ $(cat "$data") = 'some bytes' ]] || fail 'the downloaded bytes differ'

works as_owner glance usage
works as_owner openstack image remove project "$image_id" "$friend_id"
works as_owner openstack image member list "$image_id" -f value
lacks "$friend_id"
echo "$passed passed, 0 failed"
