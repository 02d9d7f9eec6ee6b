#!/bin/bash
# Drives the identity by Debian's openstack client, as the administrator whose OS_* variables are set. Ends at the first failure.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

suffix="e2e-$$"
user="alice-$suffix" project="lab-$suffix" role="auditor-$suffix" domain="corp-$suffix"
passed=0 issued=-none-
errors=$(mktemp)
as_admin=("OS_USERNAME=$OS_USERNAME" "OS_PASSWORD=$OS_PASSWORD" "OS_PROJECT_NAME=$OS_PROJECT_NAME")
as_user=("OS_USERNAME=$user" "OS_PASSWORD=first-password" "OS_PROJECT_NAME=$project")

# works WHO WORDS…: the command must succeed. Its output is left in $output.
works() {
  local -n who=$1
  shift
  output=$(env "${who[@]}" openstack "$@" 2>"$errors") || fail "openstack $*"
  done_step "openstack ${*/$issued/TOKEN}"
}

# refused WHO PATTERN WORDS…: the command must fail with a message that fits.
refused() {
  local -n who=$1
  local pattern=$2
  shift 2
  if env "${who[@]}" openstack "$@" >/dev/null 2>"$errors"; then fail "openstack $* was not refused"; fi
  grep -Eq -- "$pattern" "$errors" || fail "openstack $*: expected \"$pattern\""
  done_step "refused: openstack $*"
}

clean() {
  for words in "project delete $project" "user delete $user" "role delete $role" "domain set --disable $domain" "domain delete $domain"; do
    # shellcheck disable=SC2086
    env "${as_admin[@]}" openstack $words >/dev/null 2>&1 || true
  done
  rm -f "$errors"
}
trap clean EXIT

works as_admin token issue -f value -c id
says '.{40,}'
issued=$output
works as_admin token issue -f value -c expires
says '^[0-9]{4}-[0-9]{2}-[0-9]{2}T'
works as_admin catalog list -f value
says 'image'
works as_admin catalog show identity
works as_admin endpoint list -f value -c 'Service Type' -c Interface -c URL
says 'image public http'
works as_admin endpoint list --service image --interface internal -f value -c ID
works as_admin endpoint show "$output"
works as_admin service list -f value -c Type
says identity
works as_admin service show image
works as_admin region list -f value
works as_admin versions show --service identity
says v3

works as_admin project create --description 'A laboratory' --enable "$project" -f value -c domain_id
says default
works as_admin project show "$project" -f value -c description
says laboratory
works as_admin project set --description 'A larger laboratory' "$project"
works as_admin project list -f value
says "$project"
works as_admin project list --domain Default --long
refused as_admin 409 project create "$project"

works as_admin user create --password first-password --email alice@example.org --description Alice --project "$project" "$user" -f value -c id
user_id=$output
works as_admin user show "$user" -f value -c email
says alice@example.org
works as_admin user set --email a@example.org "$user"
works as_admin user list --long
says "$user"
works as_admin user list --domain Default -f value -c Name
refused as_admin 409 user create "$user"

works as_admin role create "$role"
works as_admin role show "$role"
works as_admin role set --description 'Looks, changes nothing' "$role"
works as_admin role list -f value -c Name
says "^$role\$"
works as_admin role add --user "$user" --project "$project" member
works as_admin role add --user "$user" --project "$project" "$role"
works as_admin role assignment list --names --user "$user" -f value -c Role -c User -c Project
says "^member $user@Default $project@Default\$"
works as_admin role assignment list --effective --user "$user" --project "$project" --names -f value -c Role
says '^reader$'
works as_admin role assignment list --project "$project" --role member -f value -c User
says "$user_id"

works as_user token issue -f value -c project_id
works as_user project list -f value -c Name
says "^$project\$"
works as_user catalog list
works as_user user show "$user_id"
refused as_user 403 user list
refused as_user 403 role list
works as_user application credential create --role reader --description 'A robot' "robot-$suffix" -f value -c id -c secret
credential_id=$(sed -n 1p <<<"$output")
works as_user application credential list -f value -c Name
says "^robot-$suffix\$"
works as_user application credential show "robot-$suffix" -f value -c roles
says reader
works as_user application credential create --secret a-robots-secret "chosen-$suffix" -f value -c id
as_robot=(-u OS_USERNAME -u OS_PASSWORD -u OS_PROJECT_NAME -u OS_USER_DOMAIN_NAME -u OS_PROJECT_DOMAIN_NAME
  OS_AUTH_TYPE=v3applicationcredential "OS_APPLICATION_CREDENTIAL_ID=$output" OS_APPLICATION_CREDENTIAL_SECRET=a-robots-secret)
works as_robot token issue -f value -c user_id
says "$user_id"
refused as_robot 403 application credential create nested
works as_user application credential delete "$credential_id"
works as_user application credential delete "chosen-$suffix"
refused as_robot 401 token issue

works as_user user password set --original-password first-password --password second-password
refused as_user 401 token issue
as_user[1]=OS_PASSWORD=second-password
works as_user token issue -f value -c id
as_bearer=(-u OS_USERNAME -u OS_PASSWORD -u OS_USER_DOMAIN_NAME OS_AUTH_TYPE=v3token "OS_TOKEN=$output" "OS_PROJECT_NAME=$project")
works as_bearer token issue
works as_admin user set --password third-password "$user"
refused as_bearer '401|404' token issue
as_user[1]=OS_PASSWORD=third-password
works as_admin token revoke "$issued"
as_revoked=(-u OS_USERNAME -u OS_PASSWORD -u OS_USER_DOMAIN_NAME OS_AUTH_TYPE=v3token "OS_TOKEN=$issued")
refused as_revoked '401|404' token issue

works as_admin role remove --user "$user" --project "$project" member
works as_admin role remove --user "$user" --project "$project" "$role"
refused as_user 401 token issue
works as_admin user set --disable "$user"
works as_admin user set --enable --name "$user-renamed" "$user"
user="$user-renamed"

works as_admin domain create "$domain" -f value -c id
works as_admin domain list -f value -c Name
says "^$domain\$"
works as_admin user create --domain "$domain" --password secret-of-bob bob
works as_admin role add --user bob --user-domain "$domain" --domain "$domain" reader
works as_admin role assignment list --domain "$domain" --names -f value -c Role
says reader
refused as_admin 403 domain delete "$domain"
works as_admin domain set --disable "$domain"
works as_admin domain delete "$domain"

refused as_admin 409 user delete "$OS_USERNAME"
refused as_admin 409 user set --disable "$OS_USERNAME"
refused as_admin 409 role delete admin
refused as_admin 409 project delete service
works as_admin role delete "$role"
works as_admin project delete "$project"
works as_admin user delete "$user"
refused as_admin 'No user' user show "$user"
echo "$passed passed, 0 failed"
