# What the scripts of this folder share. Sourced; the script sets `errors` to a file and `passed` to 0 before its first step.
export PATH="${CLIENT_PROGRAMS:-/usr/bin}:/usr/bin:/bin" PYTHONWARNINGS=ignore

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
