# shellcheck shell=bash
# Sourced by the checks: the files of the project, from git where there is git, else from the folder.

sources() {
  if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files --cached --others --exclude-standard | while IFS= read -r file; do [[ -f $file ]] && echo "$file"; done
  else
    find . \( -name .git -o -name bin -o -name obj -o -name artifacts \) -prune -o -type f -print | sed 's|^\./||'
  fi
}
