# What the scripts of this folder share. Sourced; the script sets `errors` to a file and `passed` to 0 before its first step.
export PATH=/usr/bin:/bin PYTHONWARNINGS=ignore

fail() {
  echo "FAILED $*" >&2
  cat "$errors" >&2
  echo "$passed passed, 1 failed"
  exit 1
}

# says PATTERN: the output of the last command must fit.
says() {
  grep -Eq -- "$1" <<<"$output" || fail "expected \"$1\" in: $output"
}

# lacks PATTERN: the output of the last command must not fit.
lacks() {
  if grep -Eq -- "$1" <<<"$output"; then fail "did not expect \"$1\" in: $output"; fi
}

# done_step WORDS…: counts a step that went as it should, and says so.
done_step() {
  passed=$((passed + 1))
  echo "ok $*"
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

# same IMAGE: its data must be those of disk.raw in the script's folder. Needs `works`.
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
