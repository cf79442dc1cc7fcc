# shellcheck shell=bash
# Sourced by ./test: the table of suites, and how each kind is run and counted.
# A runner leaves its verdict in: passed, failed, skipped, and note, the reason when the numbers do not say it.
# shellcheck disable=SC2034 # the verdict is read by ./test

results=artifacts/test

# Prints the rows of the table for which all the words given stand in the column "when".
suites() { awk -v when="^($1)$" '!/^#/ && NF && $2 ~ when' eng/suites.txt; }

suite_named() { awk -v name="$1" '!/^#/ && $1 == name' eng/suites.txt; }

# Runs one row; everything it prints goes to its log.
run_suite() {
  local name=$1 kind=$2 budget=$3 command=$4 code=0
  passed=0 failed=0 skipped=0 note=
  rm -f "$results/$name.xml"
  case $kind in
    xunit | live) command="tests/$command/bin/Release/net10.0/$command -noLogo -noColor -result-xml $results/$name.xml" ;;
  esac

  timeout --kill-after=10 "$budget" bash -c "$command" </dev/null >"$results/$name.log" 2>&1 || code=$?
  "count_$kind" "$name" "$code"
  if [[ $code == 124 || $code == 137 ]]; then
    failed=$((failed > 0 ? failed : 1)) note="stopped: over its budget of $budget s"
  fi
}

count_check() { if [[ $2 == 0 ]]; then passed=1; else failed=1; fi; }

count_counts() {
  local last
  last=$(tail -n 1 "$results/$1.log")
  if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=${BASH_REMATCH[1]} failed=${BASH_REMATCH[2]}
  else
    failed=1 note='its last line is not a count'
  fi
  judge "$2"
}

count_xunit() {
  count_live "$@"
  if [[ $skipped != 0 ]]; then
    failed=$((failed + skipped)) note='skipped tests count as failed'
  fi
}

count_live() {
  passed=$(xunit_count "$1" passed)
  failed=$(($(xunit_count "$1" failed) + $(xunit_count "$1" errors)))
  skipped=$(xunit_count "$1" skipped)
  judge "$2"
}

xunit_count() {
  local count
  count=$(grep -m 1 -o '<assembly [^>]*>' "$results/$1.xml" 2>/dev/null | grep -o " $2=\"[0-9]*\"" | tr -dc 0-9) || true
  echo "${count:-0}"
}

# A suite that ran nothing, or ended badly without saying which test did, proves nothing.
judge() {
  if ((passed + failed + skipped == 0)); then
    failed=1 note='no test ran'
  elif [[ $1 != 0 && $failed == 0 ]]; then
    failed=1 note="ended with exit code $1"
  fi
}
