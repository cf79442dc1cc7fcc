# shellcheck shell=bash
# Sourced by ./test: sees to the Debian packages that the tests need.

missing_packages() {
  local command package
  while read -r command package; do
    command -v "$command" >/dev/null || echo "$package"
  done < <(grep -v '^#' eng/debian-packages.txt)
}

# Installs what is missing when root; else prints the command that does, and fails.
require_packages() {
  local packages
  mapfile -t packages < <(missing_packages)
  if [[ ${#packages[@]} == 0 ]]; then
    return
  fi

  if [[ $(id -u) != 0 ]]; then
    echo "The tests need these Debian packages: sudo apt-get install --no-install-recommends ${packages[*]}" >&2
    return 1
  fi

  echo "Installing ${packages[*]} ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null >/dev/null
}
