#!/bin/sh
# Tests of find-java.sh and mvnw that reach no network: JVMs, Maven and the
# tools that fetch it are stand-ins. Prints "ok - ..." or "not ok - ..." for
# each; exits with 1 if one is not ok.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
find_java=$project/src/main/launcher/find-java.sh
work=$(mktemp -d "${TMPDIR:-/tmp}/entry test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

# check NAME STATUS TEXT: the run before left this status and printed this text
check() {
    if [ "$status" -eq "$2" ] && printf '%s\n' "$output" | grep -qF -- "$3"; then
        echo "ok - $1"
    else
        bad=1
        echo "not ok - $1: wanted status $2 and \"$3\", got $status and:"
        printf '%s\n' "$output" | sed 's/^/#   /'
    fi
}

run() {
    output=$("$@" 2>&1)
    status=$?
}

# --- stand-ins ---------------------------------------------------------------

# A PATH with what the scripts use and nothing else: no java, mvn, curl, wget.
tools=$work/tools
mkdir "$tools"
for tool in sh bash cat chmod cp dirname find grep gzip head id mkdir mktemp mv \
    printf readlink rm sed sha512sum shasum perl sleep sort tail tar; do
    real=$(command -v "$tool") && [ -x "$real" ] && ln -s "$real" "$tools/$tool"
done

# jvm HOME VERSION [jre] [unreleased]: one that can tell its version, no more
jvm() {
    mkdir -p "$1/bin"
    case " $* " in
        *' unreleased '*) ;;
        *) echo "JAVA_VERSION=\"$2\"" >"$1/release" ;;
    esac
    cat >"$1/bin/java" <<END
#!/bin/sh
echo "    java.home = $1" >&2
echo "    java.version = $2" >&2
END
    chmod +x "$1/bin/java"
    case " $* " in
        *' jre '*) ;;
        *) cp "$1/bin/java" "$1/bin/javac" ;;
    esac
}

jvms="$work/the jvms"
jvm "$jvms/eight" 1.8.0_452
jvm "$jvms/seventeen" 17.0.15
jvm "$jvms/twenty-one" 21.0.8
jvm "$jvms/twenty-five" 25.0.1
jvm "$jvms/twenty-five later" 25.0.10
jvm "$work/runtime only/nine" 26.0.1 jre
jvm "$work/shy/jvm" 22-ea unreleased

# --- find-java.sh ------------------------------------------------------------

# java_home [VARIABLE=VALUE ...]: what find-java.sh makes of such an environment
java_home() {
    # shellcheck disable=SC2016 # $0 and the rest are for the inner shell
    run env -i PATH="$tools" COFACTOR_JAVA_PLACES="$jvms/*" java_wanted=jdk "$@" \
        sh -eu -c '. "$0"; printf "<%s> %s\n" "$JAVA_HOME" "$java_feature"' "$find_java"
}

java_home
check 'the newest of the folders is taken' 0 "<$jvms/twenty-five later> 25"

java_home JAVA_HOME="$jvms/twenty-one"
check 'JAVA_HOME is kept where it is new enough' 0 "<$jvms/twenty-one> 21"

java_home JAVA_HOME="$jvms/seventeen"
check 'JAVA_HOME is passed over where it is too old' 0 "<$jvms/twenty-five later>"

mkdir "$work/linked"
ln -s "$jvms/twenty-one/bin/java" "$work/linked/java"
java_home PATH="$work/linked:$tools"
check 'java on PATH is followed to its home' 0 "<$jvms/twenty-one>"

mkdir "$work/shim"
cp "$jvms/twenty-five/bin/java" "$work/shim/java"
java_home PATH="$work/shim:$tools"
check 'a shim on PATH is asked for the home behind it' 0 "<$jvms/twenty-five>"

java_home PATH="$jvms/seventeen/bin:$tools" JAVA_HOME="$jvms/eight"
check 'an old java on PATH is passed over' 0 "<$jvms/twenty-five later>"

java_home COFACTOR_JAVA_HOME="$jvms/twenty-one" JAVA_HOME="$jvms/twenty-five"
check 'COFACTOR_JAVA_HOME goes before JAVA_HOME' 0 "<$jvms/twenty-one>"

java_home COFACTOR_JAVA_HOME="$jvms/seventeen" JAVA_HOME="$jvms/twenty-five"
check 'COFACTOR_JAVA_HOME that is too old is an error' 1 "COFACTOR_JAVA_HOME is $jvms/seventeen, which is not"

java_home COFACTOR_JAVA_HOME="$work/nothing"
check 'COFACTOR_JAVA_HOME that is not there is an error' 1 "which is not a JDK"

java_home COFACTOR_JAVA_PLACES="$work/shy/*"
check 'a JVM without a release file is asked' 0 "<$work/shy/jvm> 22"

java_home COFACTOR_JAVA_PLACES="$work/runtime only/*:$jvms/twenty-one"
check 'a runtime is no JDK' 0 "<$jvms/twenty-one>"

java_home COFACTOR_JAVA_PLACES="$work/runtime only/*" java_wanted=java
check 'a runtime will do where no JDK is wanted' 0 "<$work/runtime only/nine> 26"

java_home java_least=26
check 'nothing new enough is an error that names what was wanted' 1 'needs a JDK (with javac) of Java 26 or newer'

java_home COFACTOR_JAVA_PLACES="$jvms/eight:$jvms/seventeen" JAVA_HOME="$jvms/eight"
check 'only old ones is an error that names a way out' 1 'apt install openjdk-21-jdk'
if [ "$(printf '%s\n' "$output" | wc -l)" -eq 1 ]; then
    echo 'ok - and it is one line'
else
    bad=1
    echo 'not ok - and it is one line'
fi

# --- mvnw --------------------------------------------------------------------

copy="$work/a project"
mkdir -p "$copy/src/main/launcher" "$copy/.mvn" "$work/archive/apache-maven-9.9.9/bin"
cp "$project/mvnw" "$copy/"
cp "$find_java" "$copy/src/main/launcher/"
cat >"$work/archive/apache-maven-9.9.9/bin/mvn" <<'END'
#!/bin/sh
echo "Maven of $0"
echo "with Java of $JAVA_HOME"
for word; do echo "word <$word>"; done
END
chmod +x "$work/archive/apache-maven-9.9.9/bin/mvn"
tar -czf "$work/good.tar.gz" -C "$work/archive" apache-maven-9.9.9
echo tampered | cat "$work/good.tar.gz" - >"$work/tampered.tar.gz"
if command -v sha512sum >/dev/null; then sum="sha512sum"; else sum="shasum -a 512"; fi
sum=$($sum <"$work/good.tar.gz")
printf 'maven_version=9.9.9\nmaven_sha512=%s\n' "${sum%% *}" >"$copy/.mvn/maven.properties"

# An older Maven that copies the archive to where it is told
mkdir "$work/mvn" "$work/mvn-broken" "$work/mvn-tampered" "$work/curl" "$work/curl-tampered"
cat >"$work/mvn/mvn" <<END
#!/bin/sh
printf '%s\n' "\$@" >"$work/mvn-words"
for word; do
    case \$word in -DoutputDirectory=*) folder=\${word#*=} ;; esac
done
cp "$work/good.tar.gz" "\$folder/apache-maven-9.9.9-bin.tar.gz"
END
sed "s|$work/good|$work/tampered|" "$work/mvn/mvn" >"$work/mvn-tampered/mvn"
printf '#!/bin/sh\necho "[ERROR] out of order"\nexit 1\n' >"$work/mvn-broken/mvn"
cat >"$work/curl/curl" <<END
#!/bin/sh
while [ "\$1" != --output ]; do shift; done
case \$3 in https://archive.apache.org/dist/*) cp "$work/good.tar.gz" "\$2" ;; *) exit 22 ;; esac
END
sed "s|$work/good|$work/tampered|" "$work/curl/curl" >"$work/curl-tampered/curl"
chmod +x "$work"/mvn*/mvn "$work"/curl*/curl

# mvnw_with "FOLDER ..." WORD ...: a first run, in an empty environment and a
# new home, with the stand-ins of these folders on PATH
mvnw_with() {
    path=$tools
    for folder in $1; do path=$work/$folder:$path; done
    shift
    rm -rf "$work/a home"
    mkdir "$work/a home"
    again "$@"
}

again() {
    run env -i PATH="$path" HOME="$work/a home" COFACTOR_JAVA_PLACES="$jvms/*" "$copy/mvnw" "$@"
}

mvnw_with mvn verify -Dx='a b'
check 'Maven comes through an older one' 0 "Maven of $work/a home/.m2/wrapper/dists/apache-maven-9.9.9-"
check 'with the JDK that was found' 0 "with Java of $jvms/twenty-five later"
check 'and the words of the caller as they were' 0 'word <-Dx=a b>'

path=$tools
again verify
check 'the second run fetches nothing' 0 'word <verify>'
output=$(find "$work/a home/.m2/wrapper/dists" -name '.fetch-*')
case $output in
    '') echo 'ok - nothing is left of the fetching' ;;
    *) bad=1 && echo "not ok - nothing is left of the fetching: $output" ;;
esac

mvnw_with mvn -s 'my settings.xml' -Dmaven.repo.local=/some/where -X verify
output=$(cat "$work/mvn-words")
check 'the older Maven gets the settings of the caller' 0 '-s=my settings.xml'
check 'and the place of artifacts' 0 '-Dmaven.repo.local=/some/where'
case $output in
    *verify* | *-X*) bad=1 && echo 'not ok - but no other word of the caller' ;;
    *) echo 'ok - but no other word of the caller' ;;
esac

mvnw_with curl verify
check 'without an older Maven the archive is downloaded' 0 'word <verify>'

mvnw_with 'mvn-broken curl' verify
check 'a broken one is passed over' 0 'word <verify>'

mvnw_with 'mvn-tampered curl' verify
check 'a tampered archive is refused, the next way taken' 0 'refused what came from mvn on PATH'

mvnw_with 'mvn-tampered curl-tampered' verify
check 'tampered archives only: nothing is run' 1 "the archive's SHA-512 is"

mvnw_with mvn-broken verify
check 'no way at all: every one tried is named' 1 'mvn on PATH: [ERROR] out of order'
check 'with the download' 1 'curl: not installed'
check 'and a way out' 1 'Any one of these helps'

mvnw_with 'mvn-broken curl' -o verify
check 'offline nothing is downloaded' 1 'Maven is to stay offline'

mkdir "$work/round"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$copy/mvnw" >"$work/round/mvn"
chmod +x "$work/round/mvn"
mvnw_with round verify
check 'a mvn on PATH that is mvnw does not go in circles' 1 'mvn on PATH: it brought no archive'

path=$work/mvn:$tools
run env -i PATH="$path" COFACTOR_JAVA_PLACES="$jvms/*" "$copy/mvnw" verify
check 'without a home Maven lives in target/' 0 "Maven of $copy/target/m2/wrapper/dists/"

path=$work/mvn:$tools
rm -rf "$work/a home"
mkdir "$work/a home"
for name in first second third; do
    { again "$name" && printf '%s\n' "$output" >>"$work/beside"; } &
done
wait
output=$(grep -c '^word' "$work/beside")
check 'runs beside each other all get their Maven' 0 3

exit "$bad"
