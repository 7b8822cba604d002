#!/usr/bin/env bash
# Gets a checkout ready: `tools/setup.sh run` for the program, `dev` for tests and checks too,
# `bench` for the browser that the benchmarks compare with.
#
# Every step remembers what it was done for and is skipped while that has not changed, so calling
# this before each run costs a fraction of a second. Nothing is asked; nothing is read from stdin.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

purpose=${1:-dev}
venv=.venv
python=$venv/bin/python

# What the wheels link against and Debian or Ubuntu may lack, the fonts, a voice, a window on X.
run_packages=(fonts-noto-core espeak-ng libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0
  libgssapi-krb5-2 libpulse0 libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0
  libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
  libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1)
# A printer without hardware, a reader of PDFs, a display without a screen.
dev_packages=(cups-ipp-utils dbus avahi-daemon poppler-utils xvfb xauth)
bench_packages=(chromium)

say() { printf 'setup: %s\n' "$*" >&2; }

# already STEP SIGNATURE: true when STEP was last finished for the same SIGNATURE.
already() { [[ -f $1 && $(<"$1") == "$2" ]]; }
remember() { mkdir -p "$(dirname "$1")" && printf '%s\n' "$2" >"$1"; }

# One hash over names, times and sizes of everything below the given folders.
signature_of() {
  { find "$@" -type f ! -name '*.pyc' -printf '%p %T@ %s\n' 2>/dev/null || true; } |
    sort | sha256sum
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if new_enough "$name"; then
      printf '%s\n' "$name"
      return
    fi
  done
  say "Python 3.11 or newer is needed, python3 is $(python3 --version 2>&1 || true);" \
    "install it, or name one: make run PYTHON=/path/to/python3"
  exit 3
}

apt_prefix() {
  if [[ $(id -u) == 0 ]]; then
    printf 'env'
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    printf 'sudo -n env'
  else
    return 1
  fi
}

apt_install() {
  local prefix
  prefix=$(apt_prefix) && command -v apt-get >/dev/null || return 1
  say "installing system packages: $*"
  $prefix DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2 || true
  $prefix DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
    install "$@" >&2
}

# Prints those of the given packages that neither stand installed nor are provided by another.
missing_packages() {
  command -v dpkg-query >/dev/null || return 0
  dpkg-query -W -f='${db:Status-Abbrev} ${Package}, ${Provides}\n' |
    sed -n 's/^ii  *//p' | tr ',' '\n' | awk '{print $1}' | sort -u |
    comm -13 - <(printf '%s\n' "$@" | sort -u)
}

system_packages() {
  local stamp=$venv/stamps/system-$purpose missing
  already "$stamp" "$*" && return
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]})) && ! apt_install "${missing[@]}"; then
    say "could not install system packages; as root: apt-get install ${missing[*]}"
    return
  fi
  remember "$stamp" "$*"
}

virtual_environment() {
  local base
  if [[ -x $python ]] && new_enough "$python"; then
    # A set-up that was broken off may have left an environment without pip.
    { [[ -f $venv/stamps/python ]] || "$python" -m pip --version &>/dev/null; } && return
  fi
  base=$(find_python)
  say "making $venv with $("$base" --version)"
  rm -rf "$venv"
  if ! "$base" -m venv "$venv" >/dev/null 2>&1; then
    rm -rf "$venv"
    apt_install python3-venv || say "python3 lacks venv; as root: apt-get install python3-venv"
    "$base" -m venv "$venv"
  fi
}

python_packages() {
  local lock=requirements/$1.txt stamp=$venv/stamps/python signature
  signature="$1 $(sha256sum <"$lock")"
  already "$stamp" "$signature" && return
  # The development lock holds every package of the other one, at the same version.
  [[ $1 == run ]] && already "$stamp" "dev $(sha256sum <requirements/dev.txt)" && return
  say "installing Python packages of $lock"
  "$python" -m pip install -qq --no-input --disable-pip-version-check \
    --require-hashes --requirement "$lock"
  remember "$stamp" "$signature"
}

catalogues() {
  local stamp=build/stamps/catalogues signature
  signature=$(signature_of translations tools/catalogues.py tools/word_audio.py)
  already "$stamp" "$signature" && [[ -d build/locale ]] && return
  "$python" -m tools.catalogues compile
  remember "$stamp" "$signature"
}

packs() {
  local stamp=build/stamps/packs signature
  signature=$(signature_of content kiosk/core kiosk/i18n kiosk/packs kiosk/cli requirements)
  already "$stamp" "$signature" && [[ -d build/packs ]] && return
  "$python" main.py packs build -o build/packs
  remember "$stamp" "$signature"
}

case $purpose in
  run) packages=("${run_packages[@]}") ;;
  dev) packages=("${run_packages[@]}" "${dev_packages[@]}") ;;
  bench) packages=("${run_packages[@]}" "${dev_packages[@]}" "${bench_packages[@]}") ;;
  *) say "unknown purpose '$purpose': run, dev or bench" && exit 2 ;;
esac
virtual_environment
system_packages "${packages[@]}"
if [[ $purpose == run ]]; then python_packages run; else python_packages dev; fi
catalogues
packs
