# shellcheck shell=bash
# Sourced by ./kontor and ./test: finds .NET and settles how it behaves here.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
export TESTINGPLATFORM_TELEMETRY_OPTOUT=1

# Prints the dotnet commands of this machine, the one on PATH first, then those in the usual places.
dotnet_commands() {
  local candidate
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet" \
    /usr/lib/dotnet/dotnet /usr/share/dotnet/dotnet; do
    if [[ -n $candidate && -x $candidate ]]; then
      readlink -f -- "$candidate"
    fi
  done
}

sdks_of() { "$1" --list-sdks | cut -d' ' -f1 | paste -sd' '; }

# Puts the .NET 10 SDK first on PATH, or says what is missing and how to get it.
require_sdk() {
  local dotnet commands found=()
  mapfile -t commands < <(dotnet_commands)
  for dotnet in "${commands[@]}"; do
    if [[ " $(sdks_of "$dotnet")" == *' 10.'* ]]; then
      export DOTNET_ROOT=${dotnet%/*} PATH=${dotnet%/*}:$PATH
      return
    fi
    found+=("$dotnet ($(sdks_of "$dotnet"))")
  done
  sdk_missing "${found[*]:-}"
  return 1
}

# Lets built programs find the runtime without asking dotnet anything, which would take longer than they do.
locate_runtime() {
  local commands
  # All of them, though the first will do: who writes into a pipe that nobody reads any more complains where SIGPIPE is
  # ignored, as it is under systemd and in whatever .NET starts.
  mapfile -t commands < <(dotnet_commands)
  if [[ -z ${DOTNET_ROOT:-} && ${#commands[@]} != 0 ]]; then
    export DOTNET_ROOT=${commands[0]%/*}
  fi
}

sdk_missing() {
  cat >&2 <<END
Kontor needs the .NET 10 SDK; found: ${1:-no dotnet at all}.
Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again. Without root:
  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0
END
}
