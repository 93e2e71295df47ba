#!/bin/sh
# The schemas accept what the model writes and refuse what breaks the contract.
# Arguments: the program that prints examples. Prints TAP.
here=$(dirname "$0")
printer=$1
number=0

report() { # report STATUS WHAT
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}

accepts() { # accepts SCHEMA KIND WHAT
    "$printer" "$2" | "$here/validate" "$here/$1.schema.json" - >&2
    report $? "$3"
}

refuses() { # refuses SCHEMA KIND FILTER WHAT
    "$printer" "$2" | jq -c "$3" | "$here/validate" "$here/$1.schema.json" - >/dev/null 2>&1
    [ $? -eq 1 ]
    report $? "$4"
}

accepts annotate annotate "a report with every field filled"
accepts export export "a record with every field filled"
refuses annotate annotate 'del(.events[0].modality)' "an event without its modality"
refuses annotate annotate '.figures[0].high = 50' "at least, with an upper bound"
refuses annotate annotate '.mentions[0].entity = "x1"' "an identifier of no known form"
refuses annotate annotate '.report.published.from = "3 May"' "a day that is none"
refuses annotate annotate '.quotes[0].kind = "rumour"' "a label outside its list"
refuses export export 'del(.ledgers.talks)' "a record without one of its ledgers"
refuses export export '.ledgers.forces[0].evidence = []' "a ledger entry without evidence"
refuses export export '.reports[1].times[0].anchor = null' "a record with a broken report"
echo "1..$number"
