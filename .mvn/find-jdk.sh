# Sourced by mvnw (POSIX sh): sets JAVA_HOME to a JDK of at least $jdk_min, or stops with one line.
jdk_min=25

# Prints the major version of the JDK or JRE in folder $1, or nothing.
jdk_major() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

jdk_fits() {
  [ -x "$1/bin/javac" ] || return 1
  jdk_version=$(jdk_major "$1")
  [ -n "$jdk_version" ] && [ "$jdk_version" -ge "$jdk_min" ]
}

# The folder of the javac on the PATH, with links followed.
jdk_on_path() {
  jdk_javac=$(command -v javac 2>/dev/null) || return 0
  jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null) || return 0
  echo "${jdk_javac%/bin/javac}"
}

find_jdk() {
  jdk_seen=''
  for jdk_home in "${JAVA_HOME-}" "${JAVA25_HOME-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" \
    "$(jdk_on_path)" /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    "${HOME-}"/.local/share/mise/installs/java/* "${HOME-}"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$jdk_home" ] && [ -f "$jdk_home/release" ] || continue
    if jdk_fits "$jdk_home"; then
      JAVA_HOME=$jdk_home
      export JAVA_HOME
      return 0
    fi
    jdk_version=$(jdk_major "$jdk_home")
    case " $jdk_seen " in
      *" $jdk_version "*) ;;
      *) jdk_seen="$jdk_seen $jdk_version" ;;
    esac
  done
  echo "Handshake Lab needs JDK $jdk_min or newer, but found only:${jdk_seen:- no JDK at all}." \
    "Install one (for example Temurin $jdk_min), or run: JAVA_HOME=/path/to/jdk-$jdk_min ./mvnw ..." >&2
  exit 1
}

find_jdk
