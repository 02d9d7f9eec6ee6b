#!/bin/bash
# Drives metadata definitions by Debian's glance client (its openstack client has no commands for them), as the administrator
# whose OS_* variables are set. Ends at the first failure.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

namespace="E2E::Definitions-$$"
passed=0
errors=$(mktemp)
file=$(mktemp)

# works WORDS…: the command must succeed. Its output is left in $output.
works() {
  output=$(glance "$@" 2>"$errors") || fail "glance $*"
  done_step "glance $*"
}

# refused PATTERN WORDS…: the command must fail with a message that fits.
refused() {
  local pattern=$1
  shift
  if glance "$@" >"$errors" 2>&1; then fail "glance $* was not refused"; fi
  grep -Eq -- "$pattern" "$errors" || fail "glance $*: expected \"$pattern\""
  done_step "refused: glance $*"
}

clean() {
  glance md-namespace-update "$namespace" --protected False >/dev/null 2>&1 || true
  glance md-namespace-delete "$namespace" >/dev/null 2>&1 || true
  rm -f "$errors" "$file"
}
trap clean EXIT

works md-namespace-create "$namespace" --display-name 'First name' --description 'What a test needs' --visibility public
says 'display_name +\| First name'
says 'protected +\| False'
says 'visibility +\| public'
refused 409 md-namespace-create "$namespace"
works md-namespace-show "$namespace"
says 'description +\| What a test needs'
works md-namespace-list --visibility public
says "$namespace"
works md-namespace-update "$namespace" --display-name 'Second name' --visibility public
says 'display_name +\| Second name'
refused 404 md-namespace-show E2E::Nowhere

works md-resource-type-list
says OS::Glance::Image
works md-resource-type-associate "$namespace" --name OS::Glance::Image --prefix e2e_
says 'prefix +\| e2e_'
refused 409 md-resource-type-associate "$namespace" --name OS::Glance::Image
works md-namespace-resource-type-list "$namespace"
says 'OS::Glance::Image'
works md-namespace-list --resource-types OS::Glance::Image --visibility public
says "$namespace"

works md-property-create "$namespace" --name colour --title Colour --schema '{"type": "string", "enum": ["red", "green"], "default": "red"}'
says 'title +\| Colour'
refused 409 md-property-create "$namespace" --name colour --title Colour --schema '{"type": "string"}'
refused 'not one of' md-property-create "$namespace" --name size --title Size --schema '{"type": "text"}'
works md-property-list "$namespace"
says 'colour +\| Colour +\| string'
works md-property-show "$namespace" colour
says 'default +\| red'
works md-property-update "$namespace" colour --name color --title Color --schema '{"type": "string"}'
says 'name +\| color '
refused 404 md-property-show "$namespace" colour
works md-namespace-show "$namespace" --resource-type OS::Glance::Image
says 'e2e_color'
works md-property-create "$namespace" --name size --title Size --schema '{"type": "integer", "minimum": 1}'
works md-property-delete "$namespace" size
works md-property-list "$namespace"
lacks size

works md-object-create "$namespace" --name shape --schema '{"description": "A form", "required": ["edges"], "properties": {"edges": {"title": "Edges", "type": "integer", "minimum": 3}}}'
says 'description +\| A form'
refused 409 md-object-create "$namespace" --name shape --schema '{}'
works md-object-list "$namespace"
says 'shape +\| A form'
works md-object-show "$namespace" shape
says 'edges'
works md-object-property-show "$namespace" shape edges
says 'minimum +\| 3'
works md-object-update "$namespace" shape --name form --schema '{"description": "A shape"}'
says 'name +\| form '
works md-object-delete "$namespace" form
refused 404 md-object-show "$namespace" form

works md-tag-create "$namespace" --name first
says 'name +\| first'
refused 409 md-tag-create "$namespace" --name first
works md-tag-create "$namespace" --name second
works md-tag-list "$namespace"
says first
says second
works md-tag-update "$namespace" first --name renamed
says 'name +\| renamed'
works md-tag-show "$namespace" renamed
works md-tag-delete "$namespace" renamed
# The client's own --append fails before it sends anything.
works md-tag-create-multiple "$namespace" --names fourth,fifth --delim ,
works md-tag-list "$namespace"
says fifth
lacks second

works md-namespace-update "$namespace" --protected True --visibility public
for words in md-namespace-delete md-namespace-tags-delete md-namespace-properties-delete md-namespace-objects-delete; do
  refused 403 "$words" "$namespace"
done
refused 403 md-tag-delete "$namespace" fourth
refused 403 md-property-delete "$namespace" color
refused 403 md-resource-type-deassociate "$namespace" OS::Glance::Image
works md-object-create "$namespace" --name another --schema '{}'
works md-namespace-update "$namespace" --protected False --visibility public
works md-resource-type-deassociate "$namespace" OS::Glance::Image
works md-namespace-resource-type-list "$namespace"
lacks OS::Glance::Image
works md-namespace-tags-delete "$namespace"
works md-namespace-objects-delete "$namespace"
works md-namespace-properties-delete "$namespace"
works md-namespace-delete "$namespace"
refused 404 md-namespace-show "$namespace"

cat >"$file" <<JSON
{
  "namespace": "$namespace",
  "visibility": "public",
  "resource_type_associations": [{"name": "OS::Glance::Image", "prefix": "e2e_"}],
  "properties": {"depth": {"title": "Depth", "type": "integer"}},
  "objects": [{"name": "box", "properties": {"depth": {"title": "Depth", "type": "integer"}}}],
  "tags": [{"name": "deep"}]
}
JSON
works md-namespace-import --file "$file"
works md-namespace-show "$namespace"
for part in depth box deep OS::Glance::Image; do says "$part"; done
works md-namespace-delete "$namespace"
echo "$passed passed, 0 failed"
