# What the scripts on images share, beside the steps of all. Sourced; the script sets `name`, of its images, and `server` to the process
# of its web server once there is one.
. "$(dirname "${BASH_SOURCE[0]}")/steps.bash"
passed=0 server=
folder=$(mktemp -d)
errors=$folder/errors

# works WORDS…: the command must succeed. Its output is left in $output.
works() {
  output=$("$@" 2>"$errors" <&-) || fail "$*"
  done_step "$*"
}

# refused PATTERN WORDS…: the command must fail with a message that fits.
refused() {
  local pattern=$1
  shift
  output=$("$@" 2>&1 <&-) || true
  grep -Eq -- "$pattern" <<<"$output" || fail "$*: expected \"$pattern\" in: $output"
  done_step "refused: $*"
}

# field NAME: the value of a property in the table that the last command printed.
field() {
  sed -nE "s/^\| $1 +\| (.*[^ ]) *\|\$/\1/p" <<<"$output"
}

# becomes PATTERN WORDS…: waits until what the command prints fits.
becomes() {
  local pattern=$1
  shift
  for _ in $(seq 60); do
    output=$("$@" 2>"$errors" <&-) || fail "$*"
    if grep -Eq -- "$pattern" <<<"$output"; then
      passed=$((passed + 1))
      echo "ok $* becomes \"$pattern\""
      return
    fi
    sleep 0.5
  done
  fail "expected \"$pattern\" in: $output"
}

# same IMAGE: its data must be those of disk.raw in the folder.
same() {
  works glance image-download --file "$folder/back" "$1"
  cmp -s "$folder/disk.raw" "$folder/back" || fail "the data of $1 differ"
}

# clean: removes what a script of images leaves: its images of one name, its web server, its folder.
clean() {
  for id in $(glance image-list --property-filter "name=$name" 2>/dev/null | sed -nE 's/^\| ([0-9a-f-]{36}) .*/\1/p'); do
    glance image-delete "$id" >/dev/null 2>&1 || true
  done
  if [ -n "$server" ]; then kill "$server"; fi
  rm -rf "$folder"
}
trap clean EXIT
