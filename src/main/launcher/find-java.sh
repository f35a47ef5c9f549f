# Sourced by ./mvnw and by the server's launcher: sets and exports JAVA_HOME and
# sets java_feature (25), or says in one line why it cannot and exits with 1.
#
#   java_least   the least feature version that will do; 21 if unset
#   java_wanted  "jdk" where javac is needed too; "java", the default, where
#                a runtime is enough
#
# COFACTOR_JAVA_HOME is an order: it fits or it is an error. JAVA_HOME and the
# java on PATH are often there for other programs, so they are only taken when
# they fit. COFACTOR_JAVA_PLACES (patterns between colons) replaces the folders
# searched last; it exists for the tests.
# shellcheck shell=sh

java_version_of() (
    version=
    # The release file spares the start of a JVM for every folder looked at.
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([^"]*\).*/\1/p' "$1/release")
    fi
    if [ -z "$version" ]; then
        version=$(java_says "$1/bin/java" java.version)
    fi
    printf '%s\n' "${version#1.}"
)

java_says() {
    "$1" -XshowSettings:properties -version 2>&1 </dev/null |
        sed -n "s/^ *$2 = //p"
}

java_fits() {
    [ -n "$1" ] && [ -x "$1/bin/java" ] || return 1
    [ "${java_wanted:-java}" = java ] || [ -x "$1/bin/javac" ] || return 1
    java_feature=$(java_version_of "$1")
    java_feature=${java_feature%%[!0-9]*}
    [ "${java_feature:-0}" -ge "$java_least" ]
}

java_home_on_path() (
    java=$(command -v java) || exit 0
    real=$(readlink -f "$java" 2>/dev/null) || real=$java
    home=${real%/bin/java}
    # A shim (jenv, asdf, /usr/bin/java of macOS) sits in no JVM's folder;
    # only the JVM behind it can tell.
    [ -f "$home/release" ] || home=$(java_says "$java" java.home)
    printf '%s\n' "$home"
)

java_home_newest() (
    places='/usr/lib/jvm/*:/usr/java/*:/opt/java/*:/opt/jdk*'
    places="$places:${HOME:-}/.sdkman/candidates/java/*:${HOME:-}/.jdks/*"
    places="$places:/Library/Java/JavaVirtualMachines/*/Contents/Home"
    IFS=:
    for home in ${COFACTOR_JAVA_PLACES-$places}; do
        if java_fits "$home"; then
            printf '%s %s\n' "$(java_version_of "$home")" "$home"
        fi
    done | sort -t . -k 1,1n -k 2,2n -k 3,3n | sed -n '$s/^[^ ]* //p'
)

find_java() {
    : "${java_least:=21}"
    case ${java_wanted:-java} in
        jdk) java_named="a JDK (with javac) of Java $java_least or newer" java_package=jdk ;;
        *) java_named="Java $java_least or newer" java_package=jre-headless ;;
    esac
    if [ -n "${COFACTOR_JAVA_HOME:-}" ]; then
        if ! java_fits "$COFACTOR_JAVA_HOME"; then
            echo "COFACTOR_JAVA_HOME is $COFACTOR_JAVA_HOME, which is not $java_named" >&2
            exit 1
        fi
        JAVA_HOME=$COFACTOR_JAVA_HOME
    elif [ -z "${JAVA_HOME:-}" ] || ! java_fits "$JAVA_HOME"; then
        JAVA_HOME=$(java_home_on_path)
        java_fits "$JAVA_HOME" || JAVA_HOME=$(java_home_newest)
    fi
    if ! java_fits "$JAVA_HOME"; then
        echo "Cofactor needs $java_named, and neither COFACTOR_JAVA_HOME, JAVA_HOME, PATH nor the usual folders have one: install any (Debian 13, Ubuntu: apt install openjdk-$java_least-$java_package; elsewhere Eclipse Temurin from Adoptium) or set COFACTOR_JAVA_HOME to where it is" >&2
        exit 1
    fi
    export JAVA_HOME
}

find_java
