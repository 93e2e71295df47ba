# shellcheck shell=sh
# For shell tests: each check prints a line of TAP; `finish` prints the plan and fails when a check did.
# Sourced with $tidings, the program, $sources, the top of the sources, and $place, an empty folder, set.

place=${place:?an empty folder}
checks=0
failures=0

# check NAME COMMAND ...: the command succeeds.
check() {
    name=$1
    shift
    checks=$((checks + 1))
    if "$@" >"$place/check.out" 2>&1; then
        echo "ok $checks - $name"
    else
        echo "not ok $checks - $name"
        sed 's/^/# /' "$place/check.out"
        failures=$((failures + 1))
    fi
}

# exits STATUS COMMAND ...: the command ends with that status; its outputs are in $place/out and $place/err.
exits() {
    wanted=$1
    shift
    found=0
    "$@" >"$place/out" 2>"$place/err" || found=$?
    [ "$found" -eq "$wanted" ] && return 0
    echo "exit status $found, expected $wanted"
    cat "$place/err"
    return 1
}

# says WORDS: the last message on standard error holds the words.
says() { grep -qF -- "$1" "$place/err" || { echo "expected on standard error: $1"; cat "$place/err"; return 1; }; }

finish() {
    echo "1..$checks"
    [ "$failures" -eq 0 ] && [ "$checks" -gt 0 ]
}
