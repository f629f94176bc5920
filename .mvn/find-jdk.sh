# Finds a JDK of at least version 25 and exports JAVA_HOME. Sourced by mvnw and bin/terroir before
# `set -f`, since it globs. It starts no JVM: it reads the version from the `release` file of a JDK.

terroir_jdk_version() {
  # prints the feature version of the JDK at $1, or 0
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    echo 0
  fi
}

terroir_find_jdk() {
  terroir_wanted=25
  if [ -n "${JAVA_HOME:-}" ] && [ "$(terroir_jdk_version "$JAVA_HOME")" -ge "$terroir_wanted" ] 2>/dev/null; then
    return 0
  fi
  terroir_javac=$(command -v javac 2>/dev/null || true)
  if [ -n "$terroir_javac" ]; then
    terroir_javac=$(readlink -f "$terroir_javac" 2>/dev/null || echo "$terroir_javac")
    terroir_on_path=${terroir_javac%/bin/javac}
  else
    terroir_on_path=
  fi
  for terroir_home in "$terroir_on_path" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* "${HOME:-/nonexistent}"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ "$(terroir_jdk_version "$terroir_home")" -ge "$terroir_wanted" ] 2>/dev/null; then
      JAVA_HOME=$terroir_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Terroir needs a JDK $terroir_wanted or newer and found none: install one (for example Eclipse Temurin $terroir_wanted) or set JAVA_HOME to it" >&2
  return 1
}

terroir_find_jdk || exit 2
