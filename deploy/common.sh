# Shared by run, test, bench, fuzz and .ci/run: where things are, what is installed, how it is built.
# Sourced, not run. Writes to the package manager's places and to build/ only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
export LC_ALL=C.UTF-8
export SEREIN_INSTRUMENTS="$root/instruments" SEREIN_STATE_DIR="$root/build/state"

say() { printf '%s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$1" >&2
  exit "${2:-1}"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else fail "installing packages needs root or sudo" 3; fi
}

# The packages of the named groups, from deploy/packages.
packages_of() {
  local group
  for group in "$@"; do sed -n "s/^$group: //p" deploy/packages; done | tr ' ' '\n' | sort -u
}

codename() { (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}"); }

# SQLCipher 4.6 stands in bookworm-backports: added from the mirror that already serves bookworm.
add_backports() {
  [ "$(codename)" = bookworm ] || return 0
  apt-cache policy libsqlcipher-dev 2>/dev/null | grep -q bpo12 && return 0
  local mirror
  mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' | awk '$1 == "bookworm" { print $2; exit }')
  [ -n "$mirror" ] || fail "no mirror serves bookworm here, so bookworm-backports can't be added" 2
  say "adding bookworm-backports (for SQLCipher 4.6) from this system's own mirror"
  printf 'Types: deb\nURIs: %s\nSuites: bookworm-backports\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$mirror" |
    as_root tee /etc/apt/sources.list.d/serein-backports.sources >/dev/null
  as_root apt-get update -qq
}

installed() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# install GROUP…: what is missing of these groups. Says what it installs; quick when nothing is missing.
install() {
  local missing=() package
  for package in $(packages_of "$@"); do installed "$package" || missing+=("$package"); done
  if installed libsqlcipher-dev && dpkg --compare-versions "$(dpkg-query -W -f '${Version}' libsqlcipher-dev)" lt 4.6; then
    missing+=(libsqlcipher-dev)
  fi
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing from the distribution: ${missing[*]}"
  as_root apt-get update -qq
  add_backports
  if [ "$(codename)" = bookworm ]; then missing=("${missing[@]/#libsqlcipher-dev/libsqlcipher-dev/bookworm-backports}"); fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# What tests hold FHIR exports against, which no distribution has: a FHIRPath engine and the official JSON schema, from npm by the versions and
# hashes of tests/fhir/package-lock.json into build/fhir. Where there is no npm registry the tests say that they skipped.
fetch_fhir() {
  cmp -s tests/fhir/package-lock.json build/fhir/package-lock.json && [ -d build/fhir/node_modules ] && return 0
  command -v npm >/dev/null || install fhir
  say "fetching the FHIRPath engine and the FHIR schema for tests (npm, pinned)"
  mkdir -p build/fhir
  cp tests/fhir/package.json tests/fhir/package-lock.json build/fhir/
  if ! npm ci --prefix build/fhir --ignore-scripts --no-audit --no-fund --silent >build/fhir.log 2>&1; then
    rm -f build/fhir/package-lock.json
    say "they can't be had here: FHIR exports are not held against them (build/fhir.log)"
  fi
}

# build PRESET TARGET…: configures once, builds what changed.
build() {
  local preset=$1
  shift
  say "building ($preset)"
  cmake --preset "$preset" >build/configure.log 2>&1 || { cat build/configure.log >&2; fail "the build can't be configured" 2; }
  cmake --build --preset "$preset" ${1:+--target "$@"} >build/build.log 2>&1 || { tail -n 60 build/build.log >&2; fail "the build failed" 2; }
}

mkdir -p build
